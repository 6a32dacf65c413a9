import { afterCheck } from '../domain/content';
import type { ReviewDoc } from '../domain/documents';
import { settledAt, withWords } from '../domain/review/moderation';
import { checkText } from '../kit/content';
import { find, get, is, updateOne } from '../kit/store';

const BATCH = 20;
/** Longer than a run may take: after it another run may take over what a crash left. */
const LEASE_MS = 2 * 60_000;

/** Asks WeChat again about words that it could not be asked about when they were written. */
export async function recheck(now: number): Promise<{ rechecked: number }> {
  const due = await find(
    'reviews',
    { checkAt: is.lte(now) },
    { orderBy: [['checkAt', 'asc']], limit: BATCH },
  );
  const asked = await Promise.all(
    due.map(async (review) => {
      const isMine = await claim(review, now);
      if (isMine) await check(review, now);
      return isMine;
    }),
  );
  return { rechecked: asked.filter(Boolean).length };
}

/** A lease on one review: only one run gets it. */
function claim(review: ReviewDoc, now: number): Promise<boolean> {
  return updateOne('reviews', { _id: review._id, checkAt: review.checkAt }, { checkAt: now + LEASE_MS });
}

async function check(review: ReviewDoc, now: number): Promise<void> {
  const author = await get('people', review.enteredBy?.id ?? review.residentId);
  const { text, textState, addition } = review;
  const words = [
    ...(textState === 'waiting' ? [text] : []),
    ...(addition?.textState === 'waiting' ? [addition.text] : []),
  ].join('\n');
  const writtenAt = addition?.textState === 'waiting' ? addition.at : review.at;
  const verdict = author?.openid ? await checkText(author.openid, words, now, 'sweep') : 'unsure';
  const { state, ...after } = afterCheck(verdict, { at: writtenAt, checks: review.checks + 1, now });
  const change =
    state === 'waiting' ? after : { ...after, ...settledAt(review, withWords(review, state), now) };
  await updateOne('reviews', { _id: review._id, checkAt: now + LEASE_MS }, change);
}
