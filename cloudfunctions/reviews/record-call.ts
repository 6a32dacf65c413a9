import { isRejection, reject } from '../../contract/errors';
import type { CallbackRow } from '../../contract/models';
import type { CallbackDoc } from '../domain/documents';
import { maskName, maskText } from '../domain/mask';
import { attempted, callable } from '../domain/review/rectify';
import { isRepeat } from '../kit/repeat';
import { mayOversee } from '../kit/rights';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';

/**
 * One attempt of a call-back, by a manager who never had the case in hand. The resident's answer, or the fifth attempt, ends it.
 * Errors: CALLBACK_NOT_FOUND, OWN_CASE, CALLBACK_CLOSED, CALLED_JUST_NOW, REQUEST_REUSED.
 */
export const recordCall: HandlerOf<'reviews.recordCall'> = (
  context,
  { callbackId, result, level, ...input },
) =>
  transact(async (tx) => {
    const { who, now, requestId, digest } = context;
    const found = await tx.get('callbacks', callbackId);
    if (!found || mayOversee('reviews.recordCall', who, found.unit) !== true)
      return reject('CALLBACK_NOT_FOUND', { callbackId: '没有这个回访。' });
    const before = found.calls.find((one) => one.by.id === who._id && one.requestId === requestId);
    const repeated = isRepeat(before, context);
    if (repeated) return isRejection(repeated) ? repeated : { callback: rowOf(found) };
    const refused = callable(found, who, now);
    if (refused) return refused;
    const text = input.text === undefined ? undefined : maskText(input.text);
    const change = attempted(found, { result, level, text }, who, { now, requestId, digest });
    await tx.update('callbacks', callbackId, change);
    return { callback: rowOf({ ...found, ...change }) };
  });

/** A call-back in a line. What was rated online is shown once the call is over: the caller never asks with the answer in view. */
export function rowOf(one: CallbackDoc): CallbackRow {
  const { _id: id, sampleId, caseId, no, serviceName, residentName, calls, open, heard, online } = one;
  return {
    id,
    sampleId,
    caseId,
    no,
    serviceName,
    name: maskName(residentName),
    calls: calls.map(({ at, result }) => ({ at, result })),
    open,
    unreached: heard?.unreached,
    level: heard?.level,
    text: heard?.text,
    online: open ? undefined : online,
  };
}
