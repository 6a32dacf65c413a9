import { dueAfter, workingTimeBetween } from '../time/calendar';
import { clockOfDays, pauseEnd, shifted, shiftedInstant } from '../time/clock';
import type { CaseDoc, Hours, Pause } from '../documents';
import { openPause } from './due';
import type { Change } from './timeline';

/** The ledger of pauses: the promised end stands while the resident is waited for, and moves by just that working time. */

/** What asking the resident for something sets: the promise stands, and the resident's own clock runs. */
export function paused(kase: CaseDoc, hours: Hours, ask: string, askedBy: string, now: number): Change {
  const { terms, pauses, clocks } = kase;
  const used = pauses.reduce((sum, one) => sum + workingTimeBetween(hours, one.from, one.to ?? now), 0);
  const pause: Pause = {
    from: now,
    until: pauseEnd(hours, now, terms.pauseCapDays, used),
    why: ask,
    askedBy,
  };
  return {
    ask,
    pauses: [...pauses, pause],
    clocks: { ...clocks, supply: clockOfDays(hours, now, terms.supplyDays) },
  };
}

/** What the end of a pause sets: every date that was still ahead moves by the working time that was waited. */
export function resumed(kase: CaseDoc, hours: Hours, now: number): Change {
  const pause = openPause(kase);
  if (!pause) return {};
  const to = Math.max(pause.from, now);
  const move = (at: number) => shiftedInstant(at, hours, pause.from, to);
  return {
    pauses: kase.pauses.map((one) => (one === pause ? { ...one, to } : one)),
    clocks: {
      ...kase.clocks,
      completion: kase.clocks.completion && shifted(kase.clocks.completion, hours, pause.from, to),
    },
    statutoryDueAt: kase.statutoryDueAt === undefined ? undefined : move(kase.statutoryDueAt),
    steps: kase.steps.map((step) =>
      step.doneAt === undefined ? { ...step, dueAt: move(step.dueAt) } : step,
    ),
  };
}

/**
 * The dates that were promised, worked out anew from the terms and the ledger: when the calendar of a year is published
 * at last, and in the tests that hold the clocks to their timeline.
 */
export function promised(kase: CaseDoc, hours: Hours): Pick<CaseDoc, 'clocks' | 'statutoryDueAt' | 'steps'> {
  const { terms, submittedAt, clocks } = kase;
  const ended = kase.pauses.filter((pause) => pause.to !== undefined);
  const moved = (at: number, before = Infinity) =>
    ended
      .filter((pause) => (pause.to ?? 0) <= before)
      .reduce((due, pause) => shiftedInstant(due, hours, pause.from, pause.to ?? pause.from), at);
  const fresh = clockOfDays(hours, submittedAt, terms.workdays, terms.notBefore);
  const completion = clocks.completion && {
    ...clocks.completion,
    warnAt: moved(fresh.warnAt),
    dueAt: moved(fresh.dueAt),
  };
  return {
    clocks: { ...clocks, completion },
    statutoryDueAt:
      terms.statutoryWorkdays === undefined
        ? undefined
        : moved(dueAfter(hours, submittedAt, terms.statutoryWorkdays)),
    steps: kase.steps.map((step) => ({
      ...step,
      dueAt: moved(
        Math.min(fresh.dueAt, Math.max(terms.notBefore ?? 0, dueAfter(hours, submittedAt, step.workdays))),
        step.doneAt,
      ),
    })),
  };
}
