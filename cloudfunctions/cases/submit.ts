import type { PersonDoc } from '../domain/documents';
import { org } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { open } from './open';

/** A resident asks for an agent. */
export const submit: HandlerOf<'cases.submit'> = async (context, input) =>
  open(context, { resident: await atHome(context.who), channel: 'self' }, input);

/** Staff are where they work; what they ask for themselves goes to where they live. */
async function atHome(who: PersonDoc): Promise<PersonDoc> {
  const home = who.posts.find(({ role }) => role === 'resident')?.orgId;
  const unit = home === undefined || home === who.unit.community ? undefined : (await org(home))?.unit;
  return unit ? { ...who, unit } : who;
}
