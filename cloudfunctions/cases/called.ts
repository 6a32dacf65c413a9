import { reject } from '../../contract/errors';
import { hasTaken } from '../domain/case/case';
import { maskText } from '../domain/mask';
import type { HandlerOf } from '../kit/serve';
import { get, updateOne } from '../kit/store';

/** How a call went. Told: the task is done. No answer, or a wrong number: it stays. Errors: CALL_NOT_FOUND. */
export const called: HandlerOf<'cases.called'> = async ({ who, now }, { callId, outcome, text }) => {
  const task = await get('calls', callId);
  const kase = task?.agentId === who._id ? await get('cases', task.caseId) : undefined;
  if (!kase || !hasTaken(who, kase)) return reject('CALL_NOT_FOUND', { callId: '没有这个要打的电话。' });
  const open = outcome === 'unanswered' || outcome === 'wrong';
  await updateOne(
    'calls',
    { _id: callId, open: true },
    { outcome, text: text === undefined ? undefined : maskText(text), calledAt: now, open },
  );
  return { callId };
};
