import { randomBytes } from 'node:crypto';
import { isRejection, reject } from '../../contract/errors';
import { SHARE_BYTES, reshared, shared, sharedUntil, tokenOf } from '../domain/case/share';
import { unreadable } from '../domain/codes';
import { answerOf, changeCase } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';
import { replace } from '../kit/write';

/**
 * 分享进展: a link for the family. It is told this once and kept nowhere: a repeat makes it anew in its own place. Errors: SHARES_FULL,
 * SHARE_OVER where it was stopped meanwhile.
 */
export const share: HandlerOf<'cases.share'> = async (context, { caseId }) => {
  const secret = unreadable(randomBytes(SHARE_BYTES));
  const kase = await changeCase(context, 'share', caseId, (found) => shared(found, secret, context));
  if (isRejection(kase)) return kase;
  const isNew = sharedUntil(kase, secret, context.now) !== undefined;
  const now = isNew ? kase : reshared(kase, secret, context);
  const until = sharedUntil(now, secret, context.now);
  if (until === undefined) return reject('SHARE_OVER');
  if (!isNew && !(await replace(kase, now))) return reject('BUSY');
  return { ...answerOf(kase, context.requestId), share: tokenOf(kase, secret), until };
};
