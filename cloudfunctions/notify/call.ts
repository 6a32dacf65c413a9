import type { CallDoc, NoticeDoc } from '../domain/documents';
import { add, get } from '../kit/store';

/** Asks the case's agent to call: one task a notice, however often this runs. False: nobody has the case. */
export async function askToCall(notice: NoticeDoc, now: number): Promise<boolean> {
  const kase = await get('cases', notice.caseId);
  const agentId = kase?.assignment?.agentId;
  if (!kase || agentId === undefined) return false;
  const { caseId, no, serviceName } = notice;
  const { name, phone } = kase.contact;
  const task: CallDoc = {
    _id: notice._id,
    agentId,
    at: now,
    caseId,
    no,
    serviceName,
    name,
    phone,
    says: `${name}您好，我是社区代办员。${notice.text}`,
    open: true,
  };
  // Asked before, by a run that died: it is asked.
  await add('calls', task);
  return true;
}
