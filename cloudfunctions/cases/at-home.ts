import type { PersonDoc } from '../domain/documents';
import { org } from '../kit/reference';

/** Staff are where they work; what they ask for themselves goes to where they live. */
export async function atHome(who: PersonDoc): Promise<PersonDoc> {
  const home = who.posts.find(({ role }) => role === 'resident')?.orgId;
  const unit = home === undefined || home === who.unit.community ? undefined : (await org(home))?.unit;
  return unit ? { ...who, unit } : who;
}
