import type { Ranking } from '../../contract/actions/metrics';
import { get } from '../kit/store';

/** Whether a unit's agents may be set side by side, and who said so. Off unless a manager turned it on. */
export async function rankingOf(orgId: string): Promise<Ranking> {
  return (await get('policies', orgId))?.ranking ?? { on: false, log: [] };
}
