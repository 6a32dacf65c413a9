import { isWithAgent } from '../../contract/states';
import type { CallDoc, CaseDoc, NoticeDoc } from '../domain/documents';
import { add, get, updateMany } from '../kit/store';

/** Asks the case's agent to call: one task a notice, however often this runs. False: the case has no agent. */
export async function askToCall(notice: NoticeDoc, now: number): Promise<boolean> {
  const kase = await get('cases', notice.caseId);
  const agentId = kase?.assignment?.agentId;
  if (!kase || agentId === undefined) return false;
  const { caseId, no, serviceName } = notice;
  const task: CallDoc = {
    _id: notice._id,
    agentId,
    at: now,
    caseId,
    no,
    serviceName,
    tells: notice.text,
    open: true,
  };
  // Asked before, by a run that died: it is asked.
  await add('calls', task);
  return true;
}

/** A case's open calls go with it to the agent who has just said yes. */
export async function passCalls({ _id: caseId, state, assignment, outbox }: CaseDoc): Promise<void> {
  const isNews = outbox.some(({ at }) => at === assignment?.acceptedAt);
  if (assignment && isNews && isWithAgent(state))
    await updateMany('calls', { caseId, open: true }, { agentId: assignment.agentId });
}
