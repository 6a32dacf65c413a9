import type { CaseRow, CaseView, TimelineEntry } from '../../contract/models';
import { type Part, isOpen } from '../../contract/states';
import { sayDay } from '../../contract/time';
import { partsIn, urgeFrom } from './case';
import type { CaseDoc, CaseEvent, Hours, PersonDoc, ReviewDoc } from './documents';
import { maskName, maskPhone } from './mask';

/** What each viewer may see of a case, and the sentences they read. Rules: design/domain.md, "Privacy". */

/** One line of a list, for somebody with this part in the case. */
export function rowOf(kase: CaseDoc, part: Part, now: number): CaseRow {
  return {
    caseId: kase._id,
    no: kase.no,
    state: kase.state,
    serviceCode: kase.serviceCode,
    serviceName: kase.serviceName,
    mode: kase.mode,
    submittedAt: kase.submittedAt,
    dueAt: kase.dueAt,
    residentName: seesContact(kase, part) ? kase.contact.name : maskName(kase.contact.name),
    place: seesContact(kase, part) ? kase.contact.address : kase.gridName,
    agentName: kase.holderId ? kase.assignment?.agentName : undefined,
    appointmentAt: kase.appointmentAt,
    next: nextOf(kase, part, now),
    reviewed: part !== 'agent' && kase.reviewLevel !== undefined,
  };
}

/** The whole case, for a viewer who has a part in it. */
export function viewOf(
  kase: CaseDoc,
  who: PersonDoc,
  hours: Hours,
  now: number,
  review?: ReviewDoc,
): CaseView {
  const part = partsIn(who, kase)[0] ?? 'bystander';
  const open = seesContact(kase, part);
  const isManager = part === 'manager';
  const { assignment } = kase;
  return {
    ...rowOf(kase, part, now),
    part,
    subtype: kase.subtype,
    note: kase.note,
    contact: {
      name: open ? kase.contact.name : maskName(kase.contact.name),
      phone: open ? kase.contact.phone : maskPhone(kase.contact.phone),
      address: open ? kase.contact.address : undefined,
    },
    statutoryDueAt: kase.statutoryDueAt,
    // The rated agent never sees who said what, nor that it was said: comments reach agents only in batches.
    events: kase.events
      .filter((event) => part !== 'agent' || event.do !== 'review')
      .map((event) => entryOf(event, part)),
    assignment: assignment && {
      ...assignment,
      candidates: isManager && kase.state !== 'submitted' ? kase.candidates : undefined,
    },
    unassigned: isManager && kase.state === 'submitted' ? kase.candidates : undefined,
    urgeFrom: part === 'resident' ? urgeFrom(kase, hours) : undefined,
    ask: kase.ask,
    result: kase.result,
    review:
      review && part !== 'agent'
        ? { level: review.level, tags: review.tags, text: review.text, at: review.at }
        : undefined,
  };
}

/** A resident sees their own; an agent sees phone and door while the case is open and theirs. */
function seesContact(kase: CaseDoc, part: Part): boolean {
  return part === 'resident' || (part === 'agent' && isOpen(kase.state));
}

function entryOf(event: CaseEvent, part: Part): TimelineEntry {
  return {
    seq: event.seq,
    at: event.at,
    do: event.do,
    state: event.state,
    says: says(event, part),
    text: event.text,
  };
}

function says(event: CaseEvent, part: Part): string {
  const name = event.by.part === 'resident' ? (part === 'resident' ? '您' : '居民') : event.by.name;
  switch (event.do) {
    case 'submit':
      return `${name}提交了请求`;
    case 'offer':
      return `派给了代办员${event.agent?.name ?? ''},等待接单`;
    case 'unassigned':
      return '暂时没有合适的代办员,社区正在安排';
    case 'accept':
      return `代办员${name}接单了`;
    case 'decline':
      return part === 'resident' ? '换一位代办员' : `代办员${name}没有接`;
    case 'ask':
      return `代办员${name}请${part === 'resident' ? '您' : '居民'}补材料`;
    case 'supply':
      return `${name}补上了材料`;
    case 'complete':
      return `代办员${name}办好了`;
    case 'terminate':
      return `${name}终止了办件`;
    case 'urge':
      return `${name}催了一次`;
    case 'cancel':
      return `${name}撤销了请求`;
    case 'review':
      return `${name}做了评价`;
  }
}

/** What comes next, who does it and by when, in one sentence. */
function nextOf(kase: CaseDoc, part: Part, now: number): string {
  const you = part === 'resident';
  const agent = part === 'agent' ? '您' : (kase.assignment?.agentName ?? '代办员');
  const by = sayDay(kase.dueAt);
  switch (kase.state) {
    case 'submitted':
      return '社区正在安排代办员';
    case 'offered':
      return part === 'agent' ? '请您看看能不能接' : `等代办员${agent}接单`;
    case 'in_progress':
      if (now > kase.dueAt) {
        return part === 'agent' ? `过了${by}的期限,请抓紧办` : `代办员${agent}正在办,过了${by}的期限`;
      }
      return part === 'agent' ? `请在${by}前办完` : `代办员${agent}正在办,${by}前办完`;
    case 'awaiting_resident':
      return you ? '请您补一样材料,补上接着办' : '等居民补材料,时限暂停';
    case 'completed':
      return you && kase.reviewLevel === undefined ? '请您评一评' : '已经办好';
    case 'terminated':
      return '已终止';
    case 'cancelled':
      return '已撤销';
  }
}
