import { type Rejection, isRejection, reject } from '../../contract/errors';
import { withEntry } from '../domain/review/batch';
import type { ReviewDoc } from '../domain/documents';
import { maskText } from '../domain/mask';
import { type Ruling, moderated } from '../domain/review/moderation';
import { checkText } from '../kit/content';
import type { Context } from '../kit/context';
import { mayOversee } from '../kit/rights';
import type { HandlerOf } from '../kit/serve';
import { get, transact } from '../kit/store';

/**
 * A manager decides on a review's words, its place on the wall and the answer there. Errors: REVIEW_NOT_FOUND, OWN_CASE, NOT_FOR_THE_WALL,
 * BAD_INPUT for an answer that is not fit to be read.
 */
export const moderate: HandlerOf<'reviews.moderate'> = async (context, { caseId, ...input }) => {
  const answer = input.answer === undefined ? undefined : maskText(input.answer);
  const unfit = answer === undefined ? undefined : await unfitAnswer(context, caseId, answer);
  if (unfit) return unfit;
  const ruling: Ruling = { ...input, answer };
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

/** Neighbours read the answer too: it is checked like a resident's words, by WeChat alone, since it is a manager who wrote it. */
async function unfitAnswer(context: Context, caseId: string, answer: string): Promise<Rejection | undefined> {
  const review = readable(context, await get('reviews', caseId));
  if (isRejection(review)) return review;
  if (review.answer === answer) return undefined;
  const verdict = await checkText(context.openid, answer, context.now);
  if (verdict === 'pass') return undefined;
  const sentence =
    verdict === 'down' ? '现在没法检查这段话，请过一会儿再发。' : '这段话没有通过检查，请换个说法。';
  return reject('BAD_INPUT', { answer: sentence });
}

function readable({ who }: Context, review: ReviewDoc | undefined): ReviewDoc | Rejection {
  if (!review || mayOversee('reviews.moderate', who, review.unit) !== true)
    return reject('REVIEW_NOT_FOUND', { caseId: '没有这条评价。' });
  return review.agentId === who._id ? reject('OWN_CASE', { caseId: '评的是您自己办的件。' }) : review;
}
