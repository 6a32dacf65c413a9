import type { ReviewHeap } from '../../contract/actions/reviews';
import { isRejection } from '../../contract/errors';
import type { HandlerOf } from '../kit/serve';
import { type Query, type Name, countBy, is } from '../kit/store';
import { overseenUnit, within } from '../kit/units';

/** How much of a unit's reviews waits for somebody. What the caller had in hand is not theirs to see, nor to count. */
export const heaps: HandlerOf<'reviews.heaps'> = async (context, { orgId }) => {
  const unit = await overseenUnit(context, 'reviews.heaps', orgId);
  if (isRejection(unit)) return unit;
  const me = [context.who._id];
  const notMine = { ...within(unit), agentId: is.nin(me) };
  const neverMine = { ...within(unit), agentIds: is.nin(me) };
  const queries: Record<ReviewHeap, [Name, Query]> = {
    rectify: ['cases', { ...neverMine, rectifyBy: is.gt(0) }],
    appeals: ['reviews', { ...notMine, appealState: 'open' }],
    callbacks: ['callbacks', { ...neverMine, open: true }],
    texts: ['reviews', { ...notMine, toRead: true }],
    wall: ['reviews', { ...notMine, wall: 'asked', textState: 'shown' }],
  };
  const names = Object.keys(queries) as ReviewHeap[];
  const counts = await Promise.all(names.map((name) => count(...queries[name])));
  return { counts: Object.fromEntries(names.map((name, i) => [name, counts[i] ?? 0])) as Counts };
};

type Counts = Record<ReviewHeap, number>;

async function count(name: Name, query: Query): Promise<number> {
  const [all] = await countBy(name, query, {});
  return all?.count ?? 0;
}
