import { isRejection } from '../../contract/errors';
import type { HandlerOf } from '../kit/serve';
import { count, is } from '../kit/store';
import { overseenUnit, within } from '../kit/units';

/** How much of a unit's reviews waits for a manager. What the caller had in hand is not theirs to see, nor to count. */
export const heaps: HandlerOf<'reviews.heaps'> = async (context, { orgId }) => {
  const unit = await overseenUnit(context, 'reviews.heaps', orgId);
  if (isRejection(unit)) return unit;
  const of = within(unit);
  const other = is.neq(context.who._id);
  const [rectify, appeals, callbacks, texts, wall] = await Promise.all([
    count('cases', { ...of, rectifyBy: is.gt(0), 'assignment.agentId': other }),
    count('reviews', { ...of, agentId: other, appealState: 'open' }),
    // Of a list: none of them is the caller.
    count('callbacks', { ...of, agentIds: other, open: true }),
    count('reviews', { ...of, agentId: other, toRead: true }),
    count('reviews', { ...of, agentId: other, wall: 'asked', textState: 'shown' }),
  ]);
  return { counts: { rectify, appeals, callbacks, texts, wall } };
};
