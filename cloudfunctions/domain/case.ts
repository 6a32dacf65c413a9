import { createHash } from 'node:crypto';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { type Deed, type Part, isOpen, nextState } from '../../contract/states';
import { dayOf, shanghai } from '../../contract/time';
import type { ServiceItem } from '../../contract/models';
import type { Choice } from './assign';
import { addWorkingTime, closingOf, dueAfter, workdaysBetween } from './calendar';
import type { Actor, AgentDoc, CaseDoc, CaseEvent, Hours, PersonDoc } from './documents';
import { noticesFor } from './notices';

/** What somebody does to a case. */
export interface Step {
  do: Deed;
  by: Actor;
  at: number;
  requestId: string;
  text?: string;
  agent?: { id: string; name: string };
}

/** The case's fields that a step sets besides its state; `undefined` takes a field away. */
export type Change = Partial<Omit<CaseDoc, '_id' | 'rev' | 'state' | 'events' | 'outbox' | 'outboxAt'>>;

/**
 * The case after a step: new state by the table, one more event in the chain, its notices in the outbox, `rev` raised.
 * Gives STATE_NOT_ALLOWED where the table has no such row.
 */
export function advance(kase: CaseDoc, step: Step, change: Change = {}): CaseDoc | Rejection {
  const state = nextState(kase.state, step.do, step.by.part);
  if (!state) return reject('STATE_NOT_ALLOWED');
  return append({ ...kase, ...change, state, rev: kase.rev + 1 }, step);
}

function append(kase: CaseDoc, step: Step): CaseDoc {
  const prev = kase.events.at(-1)?.hash ?? '';
  const body = { seq: kase.events.length, ...step, state: kase.state, prev };
  const event: CaseEvent = { ...body, hash: hashOf(body) };
  const notices = noticesFor(kase, event);
  return {
    ...kase,
    events: [...kase.events, event],
    outbox: [...kase.outbox, ...notices],
    outboxAt: notices.length ? (kase.outboxAt ?? step.at) : kase.outboxAt,
  };
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Hash of an event with the hash of the one before: a changed past shows. Keys are sorted, absent ones left out. */
function hashOf(event: Omit<CaseEvent, 'hash'>): string {
  return sha256(canonical(event)).toString('hex');
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
    .join(',')}}`;
}

/** The first event that does not fit the chain, or undefined when the timeline is whole. */
export function brokenEvent(events: CaseEvent[]): CaseEvent | undefined {
  return events.find((event, i) => {
    const { hash, ...body } = event;
    return event.seq !== i || event.prev !== (events[i - 1]?.hash ?? '') || hash !== hashOf(body);
  });
}

/** What a resident asks for, checked against the service item. */
export interface Request {
  resident: PersonDoc;
  item: ServiceItem;
  subtype?: string;
  mode: CaseDoc['mode'];
  note: string;
  phone: string;
  address?: string;
  appointmentAt?: number;
  requestId: string;
  gridName?: string;
  /** how often this resident has asked for this item before */
  before: number;
  /** raised when the number drawn for the case is taken */
  draw: number;
}

/**
 * A new case, `submitted`. Its id follows from who asks for what for the how-manieth time, so two submits that run at
 * once collide in the database instead of making two cases.
 */
export function openCase(request: Request, hours: Hours, now: number): CaseDoc {
  const { resident, item } = request;
  const subtype = item.subtypes.find((one) => one.code === request.subtype);
  const nth = request.before + 1;
  const id = sha256(`${resident._id}\n${item.code}\n${nth}`).toString('hex').slice(0, 24);
  const workdays = subtype?.promisedWorkingDays ?? item.promisedWorkingDays;
  const blank: CaseDoc = {
    _id: id,
    rev: 0,
    no: numberOf(id, request.draw, now),
    state: 'submitted',
    nth,
    requestId: request.requestId,
    serviceCode: item.code,
    serviceName: item.name,
    category: item.category,
    subtype: request.subtype,
    mode: request.mode,
    note: request.note,
    residentId: resident._id,
    contact: { name: resident.name, phone: request.phone, address: request.address },
    appointmentAt: request.appointmentAt,
    unit: resident.unit,
    gridName: request.gridName,
    submittedAt: now,
    dueAt: promisedEnd(request, hours, now, workdays),
    statutoryDueAt:
      item.statutoryWorkingDays === null ? undefined : dueAfter(hours, now, item.statutoryWorkingDays),
    knownAgentId: resident.agentId,
    candidates: [],
    declinedBy: [],
    dispatchAt: now,
    events: [],
    outbox: [],
  };
  const by = { part: 'resident', id: resident._id, name: resident.name } as const;
  return append(blank, { do: 'submit', by, at: now, requestId: request.requestId, text: request.note });
}

/** The promise counts from submission; whoever asks for a later day is not promised an earlier one. */
function promisedEnd({ appointmentAt }: Request, hours: Hours, now: number, workdays: number): number {
  const due = dueAfter(hours, now, workdays);
  return appointmentAt === undefined ? due : Math.max(due, closingOf(hours, dayOf(appointmentAt)));
}

/** Month, day and four digits, such as 11214837: short enough to be read over the phone. */
function numberOf(id: string, draw: number, now: number): string {
  const digits = sha256(`${id}\n${draw}`).readUInt32BE(0) % 10_000;
  return shanghai(now).format('MMDD') + String(digits).padStart(4, '0');
}

/** How soon a case that nobody could take is looked at again. */
const RETRY_MS = 10 * 60_000;
const system: Actor = { part: 'system', id: 'system', name: '系统' };

/** The case offered to the agent that the assignment chose, or marked as waiting when there is none. */
export function applyChoice(kase: CaseDoc, choice: Choice, requestId: string, now: number): CaseDoc {
  const { agent, candidates, workDay } = choice;
  // The timeline says once that nobody was found, not every ten minutes.
  if (!agent && kase.events.at(-1)?.do === 'unassigned') {
    return { ...kase, rev: kase.rev + 1, candidates, dispatchAt: now + RETRY_MS };
  }
  const next = agent
    ? advance(
        kase,
        { do: 'offer', by: system, at: now, requestId, agent: { id: agent._id, name: agent.name } },
        { ...heldBy(agent, now), workDay, candidates, dispatchAt: undefined },
      )
    : advance(
        kase,
        { do: 'unassigned', by: system, at: now, requestId },
        { candidates, dispatchAt: now + RETRY_MS },
      );
  // Only a submitted case is ever placed, and the table has both rows for it.
  if (isRejection(next)) throw new Error(`a case in state ${kase.state} cannot be placed`);
  return next;
}

function heldBy(agent: AgentDoc, now: number): Change {
  return {
    holderId: agent._id,
    assignment: { agentId: agent._id, agentName: agent.name, agentPhone: agent.phone, offeredAt: now },
  };
}

/** Takes the case out of its agent's hands; the slot is free by that alone, since loads are counted from the cases. */
export const released: Change = { holderId: undefined, workDay: undefined };

/** The clock goes on: the promised end moves by the working days that the case waited for the resident. */
export function resumed(kase: CaseDoc, hours: Hours, now: number): Change {
  const waited = kase.pausedAt === undefined ? 0 : workdaysBetween(dayOf(kase.pausedAt), dayOf(now));
  return {
    ask: undefined,
    pausedAt: undefined,
    dueAt: waited === 0 ? kase.dueAt : dueAfter(hours, kase.dueAt, waited),
  };
}

/** Urging again waits for this much working time. */
const URGE_COOLDOWN_MS = 4 * 3_600_000;

/** From when on the resident may urge again; undefined when they never did. */
export function urgeFrom(kase: CaseDoc, hours: Hours): number | undefined {
  const last = kase.events.findLast((event) => event.do === 'urge');
  return last && addWorkingTime(hours, last.at, URGE_COOLDOWN_MS);
}

/** The parts that a person has in a case: whose it is, who holds it, who oversees its unit. */
export function partsIn(who: PersonDoc, kase: CaseDoc): Part[] {
  const parts: Part[] = [];
  if (kase.residentId === who._id) parts.push('resident');
  // An ended case stays readable to the agent who ended it.
  const lastAgentId = isOpen(kase.state) ? kase.holderId : kase.assignment?.agentId;
  if (lastAgentId === who._id) parts.push('agent');
  if (overseesUnit(who, kase.unit)) parts.push('manager');
  return parts;
}

/** A manager's power covers one node of the tree and all under it. */
export function overseesUnit(who: PersonDoc, unit: CaseDoc['unit']): boolean {
  return who.posts.some(
    (post) =>
      post.role === 'manager' && [unit.district, unit.street, unit.community, unit.grid].includes(post.orgId),
  );
}
