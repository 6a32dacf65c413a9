import type { CallDoc, NoticeDoc, PersonDoc, SubscriberDoc } from '../domain/documents';
import { add, get } from '../kit/store';

/** What must be known: a paper that is missing, an end. The rest can wait for the next look at the phone. */
const MUST = ['supplement', 'result'];
/** Somebody who has not looked into the inbox for so long will not find it there. */
const AWAY_MS = 3 * 86_400_000;

/** Will the inbox alone do, or has somebody to call: no WeChat at all, or no message left and nobody looks. */
export function needsCall(
  notice: NoticeDoc,
  person: PersonDoc,
  subscriber: SubscriberDoc | undefined,
  now: number,
): boolean {
  if (notice.opens !== 'resident' || notice.isPrivate) return false;
  if (person.openid === '') return true;
  return MUST.includes(notice.template) && subscriber !== undefined && subscriber.readAt < now - AWAY_MS;
}

/** Asks the case's agent to call: one task a notice, however often this runs. A case that nobody has asks nobody. */
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
    says: `${name}您好,我是社区代办员。${notice.text}`,
    open: true,
  };
  return add('calls', task);
}
