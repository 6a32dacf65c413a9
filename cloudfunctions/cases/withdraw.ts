import { isRejection, reject } from '../../contract/errors';
import { maskText } from '../domain/mask';
import { isRecorded, record } from '../kit/journal';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';
import { answerOfUnit, entryOf } from './publish';

/** Nobody reads it any more; or it does not become public. Errors: those of `answerOfUnit`, STATE_NOT_ALLOWED, REQUEST_REUSED. */
export const withdraw: HandlerOf<'cases.withdraw'> = async (context, { answerId, reason }) => {
  const found = await answerOfUnit(context, answerId);
  if (isRejection(found)) return found;
  const { who, now: at } = context;
  return transact(async (tx) => {
    const isDone = await isRecorded(tx, context, { kind: 'answer', id: answerId });
    if (isRejection(isDone)) return isDone;
    const before = await tx.get('answers', answerId);
    if (isDone) return { answerId };
    if (!before || before.state === 'withdrawn') return reject('STATE_NOT_ALLOWED');
    const why = maskText(reason);
    const by = { id: who._id, name: who.name };
    await tx.update('answers', answerId, { state: 'withdrawn', why, by, at });
    const { orgId } = found;
    await record(tx, context, entryOf(before, { what: 'answer.withdraw', orgId, after: { closed: why } }));
    return { answerId };
  });
};
