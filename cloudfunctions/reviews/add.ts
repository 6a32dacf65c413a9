import { isRejection } from '../../contract/errors';
import { afterCheck } from '../domain/content';
import { maskText } from '../domain/mask';
import { addable } from '../domain/review/rate';
import { permitted } from '../kit/cases';
import { checkText } from '../kit/content';
import { isRepeat } from '../kit/repeat';
import type { HandlerOf } from '../kit/serve';
import { get, transact } from '../kit/store';

/**
 * The resident's one later addition, checked like the review. It is for the office alone: shown to agents after its batch, it
 * would tell whose it is. Errors: REVIEW_NOT_FOUND, ALREADY_ADDED, REQUEST_REUSED.
 */
export const add: HandlerOf<'reviews.add'> = async (context, input) => {
  const { who, openid, now, requestId, digest } = context;
  const { caseId } = input;
  const kase = permitted('reviews.add', who, await get('cases', caseId), '只有提出请求的人能补充。');
  if (isRejection(kase)) return kase;
  const found = await get('reviews', caseId);
  const repeated = isRepeat(found?.addition, context);
  if (isRejection(repeated)) return repeated;
  const before = addable(found, requestId);
  if (isRejection(before)) return before;
  if (before.addition) return { caseId, textState: before.addition.textState };

  const text = maskText(input.text);
  const verdict = await checkText(openid, text, now);
  return transact(async (tx) => {
    const review = addable(await tx.get('reviews', caseId), requestId);
    if (isRejection(review)) return review;
    if (review.addition) return { caseId, textState: review.addition.textState };
    const { state: textState, ...after } = afterCheck(verdict, { at: now, checks: 1, now });
    await tx.update('reviews', caseId, {
      addition: { text, textState, at: now, requestId, digest },
      checks: review.checks + 1,
      checkAt: after.checkAt ?? review.checkAt,
      toRead: after.toRead ?? review.toRead,
    });
    return { caseId, textState };
  });
};
