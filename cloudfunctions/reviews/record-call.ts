import { reject } from '../../contract/errors';
import type { CallbackRow } from '../../contract/models';
import type { CallbackDoc } from '../domain/documents';
import { maskName, maskText } from '../domain/mask';
import { heardAfter, tooSoon } from '../domain/review/rectify';
import { mayOversee } from '../kit/rights';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';

/**
 * One attempt of a call-back, by a manager who never had the case in hand. Somebody heard, or the fifth attempt, ends it.
 * Errors: CALLBACK_NOT_FOUND, OWN_CASE, CALLBACK_CLOSED, CALLED_JUST_NOW.
 */
export const recordCall: HandlerOf<'reviews.recordCall'> = (
  { who, now, requestId },
  { callbackId, result, level, ...input },
) =>
  transact(async (tx) => {
    const found = await tx.get('callbacks', callbackId);
    if (!found || mayOversee('reviews.recordCall', who, found.unit) !== true)
      return reject('CALLBACK_NOT_FOUND', { callbackId: '没有这个回访。' });
    if (found.agentIds.includes(who._id)) return reject('OWN_CASE', { callbackId: '这件您经办过。' });
    if (found.calls.some((one) => one.requestId === requestId)) return { callback: rowOf(found) };
    if (!found.open) return reject('CALLBACK_CLOSED', { callbackId: '已经做完了。' });
    const soon = tooSoon(found.calls, now);
    if (soon) return soon;
    const text = input.text === undefined ? undefined : maskText(input.text);
    const heard = heardAfter(found.calls, { result, level, text });
    const attempt = { at: now, by: { id: who._id, name: who.name }, result, requestId };
    const change: Partial<CallbackDoc> = {
      calls: [...found.calls, attempt],
      ...(heard && { heard, open: false, closedAt: now }),
    };
    await tx.update('callbacks', callbackId, change);
    return { callback: rowOf({ ...found, ...change }) };
  });

/** A call-back in a line. What was rated online is shown once the call is over: nobody asks with the answer in view. */
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
