import { CONSULTATION } from '../../../contract/consultation';
import { type Rejection, reject } from '../../../contract/errors';
import type { Part } from '../../../contract/deeds';
import { promiseOf } from '../../../contract/promise';
import { isOpen, isWithAgent } from '../../../contract/states';
import { dayOf, sayTime, shanghai } from '../../../contract/time';
import type { ServiceItem } from '../../../contract/models';
import { addWorkingTime, closingOf, dueAfter } from '../time/calendar';
import { clockOfDays, clockOfHours } from '../time/clock';
import type { Actor, Asker, CaseDoc, Complaint, Hours, PersonDoc, Terms, Unit } from '../documents';
import { type AsPart, asPart } from '../bundle/part';
import { isWaiting } from '../bundle/wait';
import { relativesOf } from '../family';
import { ANONYMOUS } from '../mask';
import { nameKey, phoneKey } from '../person-key';
import type { Policy } from '../policy';
import { asComplaint, isBarred, isOfStaff } from './complaint';
import { tiers } from './due';
import { papersOf } from './papers';
import { type Reported, asReport } from './report';
import { NEVER } from './settle';
import { append } from './timeline';
import { sha256 } from '../sha256';

/** What a resident asks for, checked against the service item. */
export interface Request {
  resident: PersonDoc;
  item: ServiceItem;
  subtype?: string;
  mode: CaseDoc['mode'];
  channel: CaseDoc['channel'];
  /** the member of staff who wrote it down for them, or the asker */
  by?: Actor;
  /** who asks for them */
  asker?: Asker;
  note: string;
  phone: string;
  address?: string;
  appointmentAt?: number;
  /** what is read out at the door, where there is an hour for it */
  code?: string;
  requestId: string;
  digest?: string;
  gridName?: string;
  /** how often this resident has asked for this item before */
  before: number;
  /** which words of the item hold: its version and what the resident's units say otherwise */
  told?: Omit<NonNullable<CaseDoc['told']>, 'at'>;
  /** a complaint: the unit that holds it, where no agent gets it, and whom it is about */
  complaint?: { to: Unit; barred: string[] } & Complaint;
  photos?: string[];
  /** of a bundle: what it is besides */
  part?: AsPart;
  /** 随手报: where it is, which is where it belongs */
  report?: Reported;
  /** raised when the number drawn for the case is taken */
  draw: number;
}

/**
 * A new case, `submitted`, with its clocks fixed by today's policy. Its id is made of the
 * resident, the item and how often they asked for it: two submits at the same time make the same id, and the second is refused
 * by the database instead of making a second case.
 */
export function openCase(request: Request, policy: Policy, hours: Hours, now: number): CaseDoc {
  const { resident, item, appointmentAt } = request;
  const { workdays: promised, isUrgent: urgent, responseHours } = promiseOf(item, request.subtype);
  const isQuestion = item.code === CONSULTATION;
  const by: Actor = request.by ?? { part: 'resident', id: resident._id, name: resident.name };
  const nth = request.before + 1;
  const submission = submissionOf(by.id, request.requestId);
  // A report's id follows from nothing that others know: it must not tell who asked.
  const id = request.report ? shortOf(submission) : caseIdOf(request, request.before);
  const { weights: _, ...values } = policy.values;
  const terms: Terms = {
    ...values,
    policy: policy.versions,
    workdays: isQuestion ? Math.min(promised, values.questionDays) : promised,
    statutoryWorkdays: item.statutoryWorkingDays ?? undefined,
    notBefore: appointmentAt === undefined ? undefined : closingOf(hours, dayOf(appointmentAt)),
  };
  const policyHours = urgent ? terms.urgentResponseHours : terms.responseHours;
  const completion = clockOfDays(hours, now, terms.workdays, terms.notBefore);
  const blank: CaseDoc = {
    _id: id,
    rev: 0,
    no: numberOf(id, request.draw, now),
    state: 'submitted',
    nth,
    requestId: submission,
    serviceCode: item.code,
    serviceName: item.name,
    category: item.category,
    subtype: request.subtype,
    mode: request.mode,
    channel: request.channel,
    note: request.note,
    photos: request.photos,
    question: isQuestion ? {} : undefined,
    residentId: resident._id,
    contact: { name: resident.name, phone: request.phone, address: request.address },
    asker: request.asker,
    foundBy: { name: nameKey(resident.name), phone: phoneKey(request.phone) },
    appointmentAt,
    visit: newVisit(request),
    pair: item.pair === 'two' && request.mode === 'home-visit' ? {} : undefined,
    unit: resident.unit,
    gridName: request.gridName,
    urgent: urgent || undefined,
    papers: papersOf(item),
    asksIdNumber: item.idNumber === 'needed' || undefined,
    told: request.told && { ...request.told, at: now },
    submittedAt: now,
    dueAt: completion.dueAt,
    redAt: NEVER,
    statutoryDueAt:
      terms.statutoryWorkdays === undefined ? undefined : dueAfter(hours, now, terms.statutoryWorkdays),
    terms,
    clocks: {
      response: clockOfHours(urgent ? 'always' : 'workdays', hours, now, responseHours ?? policyHours),
      completion,
    },
    steps: stepsOf(item, hours, now, { from: terms.notBefore ?? 0, to: completion.dueAt }),
    pauses: [],
    escalations: [],
    whistles: [],
    whistledTo: {},
    knownAgentId: resident.agentId,
    candidates: [],
    passedBy: [],
    conflicts: [...relativesOf(resident), ...(request.asker ? [request.asker.id] : [])],
    handovers: 0,
    agentIds: [],
    dispatchAt: now,
    touchedAt: now,
    countedOn: [],
    events: [],
    outbox: [],
  };
  const { requestId, digest, note: text } = request;
  return append(kindly(blank, request, hours, now), {
    do: 'submit',
    by: request.report?.isAnonymous ? { ...by, name: ANONYMOUS } : by,
    at: now,
    requestId,
    digest,
    text,
  });
}

/** What a complaint, a report and a part of a bundle have otherwise. */
function kindly(kase: CaseDoc, { complaint, report, part }: Request, hours: Hours, now: number): CaseDoc {
  if (complaint) return asComplaint(kase, complaint);
  if (report) return asReport(kase, report);
  return part ? asPart(kase, part, hours, now) : kase;
}

/** A case with an hour at the door has digits from the first moment on. */
function newVisit({ mode, appointmentAt, code }: Request): CaseDoc['visit'] {
  const isVisit = mode === 'home-visit' && appointmentAt !== undefined && code !== undefined;
  return isVisit ? { code, tries: 0 } : undefined;
}

/** The name of a submission, by who writes it down and the client's id: no two cases have the same. */
export function submissionOf(personId: string, requestId: string): string {
  return `${personId}:${requestId}`;
}

/** Each step is due when the days of all up to it have passed; asking is the first step, and done. */
function stepsOf(
  item: ServiceItem,
  hours: Hours,
  now: number,
  within: { from: number; to: number },
): CaseDoc['steps'] {
  let workdays = 0;
  return item.steps.map((step, i) => {
    workdays += step.workingDays;
    const dueAt = Math.min(within.to, Math.max(within.from, dueAfter(hours, now, workdays)));
    const isAsking = i === 0 && step.actor === 'resident';
    const { name, actor, doneBy } = step;
    return { name, actor, workdays, dueAt, doneBy, ...(isAsking ? { doneAt: now } : {}) };
  });
}

/** The `_id` of the case that follows `before` earlier ones of this resident and item. */
export function caseIdOf({ resident, item }: Pick<Request, 'resident' | 'item'>, before: number): string {
  return shortOf(`${resident._id}\n${item.code}\n${before + 1}`);
}

const shortOf = (text: string): string => sha256(text).toString('hex').slice(0, 24);

/** Digits after the date that the first number drawn for a case has. */
const FIRST_DIGITS = 4;
/** As many numbers are drawn for a case: the last has eight digits after the date. */
const DRAWS = 5;

/**
 * Year, month, day and four digits, such as 2611214837: short enough to be read over the phone. Where it is taken the next has
 * one digit more, so a day has ten times as many each time and numbers never run out (docs/decisions/0038).
 */
export function numberOf(id: string, draw: number, now: number): string {
  const length = FIRST_DIGITS + draw;
  const digits = sha256(`${id}\n${draw}`).readUInt32BE(0) % 10 ** length;
  return shanghai(now).format('YYMMDD') + String(digits).padStart(length, '0');
}

/** All numbers that may become a new case's own, by draw. */
export function numbersOf({ _id, submittedAt }: CaseDoc): string[] {
  return Array.from({ length: DRAWS }, (_, draw) => numberOf(_id, draw, submittedAt));
}

/** The draw that gives a new case a number which is not among the taken; undefined where its own is free, or none is. */
export function freeDraw(kase: CaseDoc, taken: ReadonlySet<string>): number | undefined {
  const draw = numbersOf(kase).findIndex((no) => !taken.has(no));
  return taken.has(kase.no) && draw >= 0 ? draw : undefined;
}

/** Urging again waits for this much working time. */
const URGE_COOLDOWN_MS = 4 * 3_600_000;

/** From when on the resident may urge again; undefined when they never did. */
export function urgeFrom(kase: CaseDoc, hours: Hours): number | undefined {
  const last = kase.events.findLast((event) => event.do === 'urge');
  return last && addWorkingTime(hours, last.at, URGE_COOLDOWN_MS);
}

/** It may be urged now. Errors: URGED_ALREADY. */
export function urgable(kase: CaseDoc, hours: Hours, now: number): Rejection | undefined {
  const from = urgeFrom(kase, hours);
  return from !== undefined && now < from
    ? reject('URGED_ALREADY', { caseId: `${sayTime(from, now)}以后可以再催。` })
    : undefined;
}

/** The parts that a person has in a case; the first decides the words they read. */
export function partsIn(who: PersonDoc, kase: CaseDoc): Part[] {
  const parts: Part[] = [];
  if (kase.residentId === who._id) parts.push('resident');
  if (kase.asker?.id === who._id) parts.push('asker');
  if (kase.report?.joined?.includes(who._id)) parts.push('joiner');
  // An ended case stays readable to the agent who ended it.
  const lastAgentId = isOpen(kase.state) ? kase.holderId : kase.assignment?.agentId;
  if (lastAgentId === who._id) parts.push('agent');
  if (kase.handover?.agentId === who._id) parts.push('colleague');
  if (kase.pair?.companion?.id === who._id) parts.push('companion');
  if (isBarred(kase, who._id)) return [];
  if (overseesUnit(who, kase.unit) && !isOwnComplaint(who, kase)) parts.push('manager');
  if (kase.whistles.some((whistle) => isManagerOf(who, whistle.orgId))) parts.push('summoned');
  if (kase.state === 'submitted' && !isOfStaff(kase) && !isWaiting(kase) && isAgentOfStreet(who, kase.unit))
    parts.push('candidate');
  return parts;
}

/** Nobody looks into what they complain of themselves. */
const isOwnComplaint = (who: PersonDoc, kase: CaseDoc): boolean =>
  isOfStaff(kase) && kase.residentId === who._id;

/** Is the case this agent's by their own yes: in hand now, or ended in their hands? */
export function hasTaken({ _id }: PersonDoc, { state, holderId, assignment, agentIds }: CaseDoc): boolean {
  if (isOpen(state)) return isWithAgent(state) && holderId === _id;
  return assignment?.agentId === _id && agentIds.includes(_id);
}

/** The part that decides what a person sees of a case and in which words. */
export function firstPart(who: PersonDoc, kase: CaseDoc): Part {
  return partsIn(who, kase)[0] ?? 'bystander';
}

/** A manager's power covers one node of the tree and all under it. */
export function overseesUnit(who: PersonDoc, unit: Unit): boolean {
  return [unit.district, unit.street, unit.community, unit.grid].some(
    (orgId) => orgId !== undefined && isManagerOf(who, orgId),
  );
}

export function isManagerOf(who: PersonDoc, orgId: string): boolean {
  return who.posts.some((post) => post.role === 'manager' && post.orgId === orgId);
}

/** A unit and those above it. */
export function fromUpwards(unit: Unit, orgId: string): string[] {
  const upwards = tiers.flatMap((tier) => unit[tier] ?? []);
  return upwards.slice(Math.max(0, upwards.indexOf(orgId)));
}

/** Does this agent work in the street that a case lies in? What waits there lies open to them. */
export function isAgentOfStreet(who: PersonDoc, unit: Unit): boolean {
  return (
    who.posts.some((post) => post.role === 'agent') &&
    who.unit.street !== undefined &&
    who.unit.street === unit.street
  );
}
