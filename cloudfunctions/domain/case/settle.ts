import { isOpen, isWithAgent } from '../../../contract/states';
import type { Cause } from '../../../contract/words';
import { provisionalYear, stopped } from '../time/clock';
import type { CaseDoc, Escalation } from '../documents';
import { pairOf } from './visit';
import { reaches } from '../privacy/reach';
import { slotOf } from '../assignment/day-book';
import { daysOf } from '../figures/rollup';
import { isWaiting } from '../bundle/wait';
import { isOut, owedOf } from './custody';
import { dueOf, isClosed, standing, tiers } from './due';
import { photosOf } from './photos';

/** Later than any instant that matters, and still a date: a clock that does not run goes red never. */
export const NEVER = 8e15;

/**
 * What follows from a case's state, for every write alike: who holds it, which clocks have ended, which escalations are
 * without a cause, and the fields that lists and `sweep` look for. So no handler can forget it.
 */
export function settle(kase: CaseDoc, at: number): CaseDoc {
  const { state } = kase;
  const open = isOpen(state);
  const held = open && state !== 'submitted';
  const unanswered = kase.whistles.filter((whistle) => whistle.answer === undefined);
  const handover = held ? kase.handover : undefined;
  const isAsking = state === 'offered' || handover !== undefined;
  const clocks = {
    ...kase.clocks,
    response:
      state === 'submitted' || state === 'offered' ? kase.clocks.response : stopped(kase.clocks.response, at),
    offer: isAsking ? kase.clocks.offer : stopped(kase.clocks.offer, at),
    supply:
      state === 'awaiting_resident' || (open && kase.waits?.asks)
        ? kase.clocks.supply
        : stopped(kase.clocks.supply, at),
    completion: open ? kase.clocks.completion : stopped(kase.clocks.completion, at),
  };
  const isOver: Record<Cause, boolean> = {
    dispatch: !open || state !== 'submitted',
    response: clocks.response?.stoppedAt !== undefined,
    completion: !open,
    supply: clocks.supply?.stoppedAt !== undefined,
    whistle: !open || unanswered.length === 0,
    verify: clocks.verify?.stoppedAt !== undefined,
    mend: clocks.mend?.stoppedAt !== undefined,
    custody: !(kase.custody ?? []).some((one) => isOut(one) && one.clock.breached),
  };
  const escalations = kase.escalations.map((one) =>
    isClosed(one) || !isOver[one.cause] ? one : { ...one, endedAt: at },
  );
  const alarms = escalations.filter((one) => !isClosed(one));
  const settled: CaseDoc = {
    ...kase,
    clocks,
    escalations,
    handover,
    holderId: held ? kase.holderId : undefined,
    // Whoever has it now, it is another one.
    wish: held && kase.wish?.agentId === kase.holderId ? kase.wish : undefined,
    workDay: held ? kase.workDay : undefined,
    roomDay: held && kase.appointmentAt === undefined ? kase.workDay : undefined,
    askedId: state === 'offered' ? kase.holderId : handover?.agentId,
    steps: isWithAgent(state) ? withYes(kase.steps, at) : kase.steps,
    dispatchAt: state === 'submitted' && !kase.waits ? kase.dispatchAt : undefined,
    isWaiting: isWaiting(kase) || undefined,
    failure: state === 'submitted' ? kase.failure : undefined,
    inviteAt: state === 'completed' && kase.reviewLevel === undefined ? kase.inviteAt : undefined,
    rectifyBy: rectifyBy(clocks),
    agentIds: isWithAgent(state) ? withId(kase.agentIds, kase.holderId) : kase.agentIds,
    ask: state === 'awaiting_resident' ? kase.ask : undefined,
    looked: stillThere(kase),
    escalatedTo: highest(alarms)?.orgId,
    whistledTo: Object.fromEntries(unanswered.map((whistle) => [whistle.tier, whistle.orgId])),
    dueAt: clocks.completion?.dueAt ?? kase.dueAt,
  };
  settled.pair = pairOf(settled);
  settled.slot = slotOf(settled);
  settled.owed = owedOf(settled);
  const stands = standing(settled) !== undefined;
  const ended = endOf(settled, at);
  const wakes = dueOf({ ...settled, ...ended }).map((due) => due.at);
  return {
    ...settled,
    ...ended,
    respondedAt: kase.respondedAt ?? (isWithAgent(state) ? at : undefined),
    touchedAt: at,
    reaches: reaches(kase),
    countedOn: [...new Set([...kase.countedOn, ...daysOf({ ...settled, ...ended })])],
    redAt: open && !stands && !kase.waits ? settled.dueAt : NEVER,
    provisionalYear: open ? provisionalYear(promisesOf(settled)) : undefined,
    wakeAt: wakes.length > 0 ? Math.min(...wakes) : undefined,
    sweptBy: undefined,
  };
}

/** Of photos that are gone nobody asks. */
function stillThere(kase: CaseDoc): string[] | undefined {
  const there = new Set(photosOf(kase));
  const kept = kase.looked?.filter((photo) => there.has(photo)) ?? [];
  return kept.length > 0 ? kept : undefined;
}

/** When the case last ended, how, and whether that was late; an open case keeps what it had. */
function endOf(
  { state, clocks, endedAt, endedLate, endedAs }: CaseDoc,
  at: number,
): Pick<CaseDoc, 'endedAt' | 'endedLate' | 'endedAs'> {
  if (isOpen(state)) return { endedAt, endedLate, endedAs };
  const stoppedAt = clocks.completion?.stoppedAt ?? at;
  return {
    endedAt: stoppedAt,
    endedLate: stoppedAt > (clocks.completion?.dueAt ?? NEVER),
    endedAs: state === 'terminated' || state === 'cancelled' ? state : undefined,
  };
}

/** The next date of a rectification that goes on. */
function rectifyBy({ verify, mend }: CaseDoc['clocks']): number | undefined {
  return [verify, mend].find((clock) => clock && clock.stoppedAt === undefined)?.dueAt;
}

/** The step that is an agent's yes is done with it. */
function withYes(steps: CaseDoc['steps'], at: number): CaseDoc['steps'] {
  const isNow = (step: CaseDoc['steps'][number]) => step.doneBy === 'accept' && step.doneAt === undefined;
  return steps.some(isNow) ? steps.map((step) => (isNow(step) ? { ...step, doneAt: at } : step)) : steps;
}

/** The ids with one more, each once. */
export function withId(ids: string[], id: string | undefined): string[] {
  return id === undefined || ids.includes(id) ? ids : [...ids, id];
}

/** The alarm that went furthest up. */
function highest(alarms: readonly Escalation[]): Escalation | undefined {
  return tiers.flatMap((tier) => alarms.filter((one) => one.tier === tier)).at(-1);
}

/** The dates that were promised in working days. */
function promisesOf(kase: CaseDoc): number[] {
  return [
    kase.dueAt,
    ...(kase.statutoryDueAt === undefined ? [] : [kase.statutoryDueAt]),
    ...kase.steps.map((step) => step.dueAt),
  ];
}
