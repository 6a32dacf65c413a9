import { type Rejection, isRejection, reject } from '../../contract/errors';
import { withEntry } from '../domain/review/batch';
import type { ReviewDoc } from '../domain/documents';
import { maskText } from '../domain/mask';
import { type Ruling, moderated } from '../domain/review/moderation';
import type { Context } from '../kit/context';
import { mayOversee } from '../kit/rights';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';

/** A manager decides on a review's words, its place on the wall and the answer there. Errors: REVIEW_NOT_FOUND, OWN_CASE, NOT_FOR_THE_WALL. */
export const moderate: HandlerOf<'reviews.moderate'> = (context, { caseId, ...input }) => {
  const ruling: Ruling = {
    ...input,
    answer: input.answer === undefined ? undefined : maskText(input.answer),
  };
  return transact(async (tx) => {
    const review = readable(context, await tx.get('reviews', caseId));
    if (isRejection(review)) return review;
    const change = moderated(review, ruling, context.now);
    if (isRejection(change)) return change;
    const next = { ...review, ...change };
    await tx.update('reviews', caseId, change);
    const batch = review.wallBatchId === undefined ? undefined : await tx.get('batches', review.wallBatchId);
    if (batch) {
      // What is on the wall already: its answer follows, and what is taken down goes.
      const { answer } = next;
      const hung = withEntry(batch, caseId, (entry) =>
        next.wall === 'hidden' ? undefined : { ...entry, answer },
      );
      await tx.update('batches', batch._id, hung);
    }
    return { caseId, textState: next.textState, wall: next.wall };
  });
};

function readable({ who }: Context, review: ReviewDoc | undefined): ReviewDoc | Rejection {
  if (!review || mayOversee('reviews.moderate', who, review.unit) !== true)
    return reject('REVIEW_NOT_FOUND', { caseId: '没有这条评价。' });
  return review.agentId === who._id ? reject('OWN_CASE', { caseId: '评的是您自己办的件。' }) : review;
}
