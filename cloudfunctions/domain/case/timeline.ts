import { sha256 } from '../sha256';
import { type Rejection, isRejection, reject } from '../../../contract/errors';
import { type Deed, nextState } from '../../../contract/deeds';
import { isOpen } from '../../../contract/states';
import type { Actor, CaseDoc, CaseEvent } from '../documents';
import { noticesFor } from '../delivery/notices';
import { kindOf } from './complaint';
import { originalsOut } from './custody';
import { openedAt } from '../privacy/readers';
import { settle } from './settle';

/** What a person or a timer does to a case. */
export interface Step extends Pick<
  CaseEvent,
  'digest' | 'text' | 'agent' | 'from' | 'org' | 'clock' | 'cause' | 'tier' | 'whistleId' | 'paper'
> {
  do: Deed;
  by: Actor;
  at: number;
  requestId: string;
}

/** When a step is taken, and the id of the write that takes it. */
export type When = Pick<Step, 'at' | 'requestId'>;

/** The case's fields that a step sets besides its state; `undefined` takes a field away. What `settle` derives is not among them. */
export type Change = Partial<
  Omit<
    CaseDoc,
    | '_id'
    | 'rev'
    | 'state'
    | 'events'
    | 'outbox'
    | 'outboxAt'
    | 'dueAt'
    | 'redAt'
    | 'askedId'
    | 'slot'
    | 'owed'
    | 'roomDay'
    | 'escalatedTo'
    | 'whistledTo'
    | 'wakeAt'
    | 'rectifyBy'
    | 'provisionalYear'
    | 'respondedAt'
    | 'endedAt'
    | 'endedLate'
    | 'endedAs'
    | 'touchedAt'
    | 'countedOn'
  >
>;

export const system: Actor = { part: 'system', id: 'system', name: '系统' };

/**
 * The case after a step: new state by the table, what follows from it (`settle`), one more event in the chain, its notices
 * in the outbox. Gives STATE_NOT_ALLOWED where the table has no such row, ORIGINAL_OUT where it would end with an original out.
 */
export function advance(kase: CaseDoc, step: Step, change: Change = {}): CaseDoc | Rejection {
  const state = nextState(kase.state, step.do, step.by.part, kindOf(kase));
  if (!state) return reject('STATE_NOT_ALLOWED');
  const next = { ...kase, ...change, state };
  const out = isOpen(state) ? undefined : originalsOut(next);
  return out ?? append(next, step, kase);
}

/** `advance` for a step that the caller knows the table to have. */
export function mustAdvance(kase: CaseDoc, step: Step, change: Change = {}): CaseDoc {
  const next = advance(kase, step, change);
  if (isRejection(next)) throw new Error(`${step.do} by ${step.by.part} in ${kase.state}`);
  return next;
}

/**
 * The case with one more event; `before` it, where the step changed more than that. A machine's clock that jumped back does not turn the
 * order of events.
 */
export function append(kase: CaseDoc, step: Step, before: CaseDoc = kase): CaseDoc {
  const last = kase.events.at(-1);
  const at = Math.max(step.at, last?.at ?? 0);
  const settled = settle(kase, at);
  const body = { seq: kase.events.length, ...step, at, state: kase.state, prev: last?.hash ?? '' };
  const event: CaseEvent = { ...body, hash: hashOf(body) };
  const notices = noticesFor(settled, event, before);
  return {
    ...settled,
    events: [...kase.events, event],
    openedAt: openedAt({ events: [event] }) ?? kase.openedAt,
    outbox: [...kase.outbox, ...notices],
    outboxAt: notices.length ? (kase.outboxAt ?? at) : kase.outboxAt,
  };
}

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

/**
 * The first event that does not fit the chain, or undefined when the timeline is whole. Of an event that an erasure has emptied the hash
 * still binds its place, and no more can be recomputed.
 */
export function brokenEvent(events: CaseEvent[]): CaseEvent | undefined {
  return events.find((event, i) => {
    const { hash, ...body } = event;
    const isPlaced = event.seq === i && event.prev === (events[i - 1]?.hash ?? '');
    return !isPlaced || (!event.erased && hash !== hashOf(body));
  });
}
