import type { Figures } from '../../contract/actions/metrics';
import { isRejection, reject } from '../../contract/errors';
import type { OrgDoc } from '../domain/documents';
import { linesOf } from '../domain/figures/figures';
import type { Range } from '../../contract/period';
import { figuresIn } from '../kit/figures';
import type { HandlerOf } from '../kit/serve';
import { find } from '../kit/store';
import { rankingOf } from './ranking';
import { asked, headOf } from './unit';

/** The agents of a community side by side. Errors: NO_PERSONS_HERE, RANKING_OFF, and `asked`'s. */
export const persons: HandlerOf<'metrics.persons'> = async (context, input) => {
  const found = await asked(context, 'metrics.persons', input);
  if (isRejection(found)) return found;
  const { unit, range } = found;
  const ranking = await rankingOf(unit._id);
  const refused = refusal(unit, ranking.on);
  if (refused) return refused;
  return { org: headOf(unit), ...range, persons: await personFigures(unit, range, context.now), ranking };
};

/** Why a unit's agents may not be set side by side, if so. */
export function refusal(unit: OrgDoc, isOn: boolean) {
  if (unit.tier !== 'community') return reject('NO_PERSONS_HERE', { orgId: '请选一个社区。' });
  return isOn ? undefined : reject('RANKING_OFF', { orgId: '这个社区没有打开个人对比。' });
}

/** A line for each agent who ended a case, by name. */
export async function personFigures(unit: OrgDoc, range: Range, now: number): Promise<Figures[]> {
  const [{ tables }, agents] = await Promise.all([
    figuresIn(unit, range, now),
    find('agents', { 'unit.community': unit._id }, { orderBy: [['_id', 'asc']], limit: 100 }),
  ]);
  const nameOf = (id: string) => agents.find((agent) => agent._id === id)?.name ?? '已离开本社区';
  return linesOf(Object.entries(tables.agent ?? {}).map(([id, counts]) => [id, nameOf(id), counts])).sort(
    (a, b) => (a.name < b.name ? -1 : 1),
  );
}
