import { randomBytes } from 'node:crypto';
import { batchId, sealAtFor, sealed, wallOf } from '../domain/review/batch';
import type { BatchDoc, ReviewDoc } from '../domain/documents';
import { add, find, get, is, updateMany } from '../kit/store';

/** As many as one batch holds; an agent's hundred-and-first review of a month waits for the next. */
const MOST = 100;
/** Owners a run looks after; the rest are the next run's. */
const OWNERS = 20;

/** Two kinds of batches: an agent's own, and the wall of a community. */
const kinds = [
  {
    due: 'sealAt',
    id: 'batchId',
    ownerOf: (review: ReviewDoc) => review.agentId,
    whose: (review: ReviewDoc) => ({ agentId: review.agentId }),
  },
  {
    due: 'wallSealAt',
    id: 'wallBatchId',
    ownerOf: (review: ReviewDoc) => wallOf(review.unit.community ?? ''),
    whose: (review: ReviewDoc) => ({ 'unit.community': review.unit.community }),
  },
] as const;

/**
 * Seals the batches of the month that has ended: five reviews or more come to light together, fewer wait for another month.
 * A batch is added first and its reviews are marked after: a run that died in between is finished by the next, with the
 * batch that is there.
 */
export async function seal(now: number): Promise<{ sealed: number; waiting: number }> {
  const counts = { sealed: 0, waiting: 0 };
  for (const kind of kinds) {
    for (let owners = 0; owners < OWNERS; owners += 1) {
      const due = { [kind.due]: is.lte(now) };
      const [first] = await find('reviews', due, { orderBy: [[kind.due, 'asc']], limit: 1 });
      if (!first) break;
      const own = { ...kind.whose(first), ...due };
      const reviews = await find('reviews', own, { orderBy: [[kind.due, 'asc']], limit: MOST });
      const batch = await batchOf(kind.ownerOf(first), reviews, now);
      if (batch) {
        const members = { _id: is.in(batch.members) };
        await updateMany('reviews', members, { [kind.id]: batch._id, [kind.due]: undefined });
        counts.sealed += 1;
      }
      // Too few, or too late for a batch that is closed already.
      counts.waiting += await updateMany('reviews', own, { [kind.due]: sealAtFor(now) });
    }
  }
  return counts;
}

/** The month's batch: made now, or by a run before; undefined where the reviews are too few for one. */
async function batchOf(owner: string, reviews: ReviewDoc[], now: number): Promise<BatchDoc | undefined> {
  const known = await get('batches', batchId(owner, now));
  if (known) return known;
  const batch = sealed(owner, reviews, randomBytes(16).toString('hex'), now);
  if (!batch || (await add('batches', batch))) return batch;
  return get('batches', batch._id);
}
