import { isAtHome } from '../../../contract/deeds';
import { dayOf, sayDay } from '../../../contract/time';
import { closingOf, dueAfter, workingTimeBetween } from '../time/calendar';
import { clockOfDays, lengthened, pauseEnd, shifted, shiftedInstant } from '../time/clock';
import type { CaseDoc, Clock, Hours, Pause } from '../documents';
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
  const { extended, clocks } = kase;
  const change = {
    pauses: kase.pauses.map((one) => (one === pause ? { ...one, to } : one)),
    clocks: { ...clocks, completion: clocks.completion && shifted(clocks.completion, hours, pause.from, to) },
    extended: extended && { ...extended, kept: shifted(extended.kept, hours, pause.from, to) },
    statutoryDueAt: kase.statutoryDueAt === undefined ? undefined : move(kase.statutoryDueAt),
    steps: kase.steps.map((step) =>
      step.doneAt === undefined ? { ...step, dueAt: move(step.dueAt) } : step,
    ),
  };
  const hour = kase.events.findLast(({ do: deed }) => deed === 'book');
  const isOwn = hour !== undefined && hour.at >= pause.from && isAtHome(hour.by.part);
  return isOwn ? { ...change, ...withOwnHour({ ...kase, ...change }, hours, to) } : change;
}

/**
 * 改到了: what it sets that the resident's side chose the hour that stands. Where it lies past the promise, the promise moves to the end of that
 * day; a nearer hour takes that back. A promise that was broken already stays broken; while the case waits for the resident nothing
 * moves, and it is looked at again when the case goes on. An hour by the office moves no promise. Rules: docs/decisions/0060.
 */
export function withOwnHour(kase: CaseDoc, hours: Hours, now: number): Change {
  const { appointmentAt: hourAt, clocks, extended, steps } = kase;
  const { completion } = clocks;
  if (!completion || hourAt === undefined || openPause(kase) || now > completion.dueAt) return {};
  const kept = extended?.kept ?? completion;
  const until = closingOf(hours, dayOf(hourAt));
  const clock = lengthened(kept, hours, until);
  if (clock === kept && !extended) return {};
  const isPast = clock !== kept;
  return {
    extended: isPast ? { at: now, hourAt, until, kept } : undefined,
    clocks: { ...clocks, completion: clock },
    steps: steps.map((step) => {
      const dueAt = Math.min(clock.dueAt, Math.max(step.dueAt, isPast ? until : 0));
      return step.doneAt === undefined ? { ...step, dueAt } : step;
    }),
  };
}

/** What is said of the promise beside an hour past it: that it moved with the resident's choice, or that it did not move. */
export function saysOfPromise(
  { clocks: { completion }, appointmentAt = 0, extended, pauses }: CaseDoc,
  now: number,
): string | undefined {
  if (!completion || openPause({ pauses }) || now > completion.dueAt) return undefined;
  const by = sayDay(completion.dueAt, now);
  if (extended?.hourAt === appointmentAt) return `办完的日子跟着改到${by}`;
  return appointmentAt > completion.dueAt ? `说好的${by}不变` : undefined;
}

/**
 * The dates that were promised, worked out anew from the terms and the ledger: when the calendar of a year is published
 * at last, and in the tests that hold the clocks to their timeline.
 */
export function promised(
  kase: CaseDoc,
  hours: Hours,
): Pick<CaseDoc, 'clocks' | 'extended' | 'statutoryDueAt' | 'steps'> {
  const { terms, submittedAt, clocks, extended } = kase;
  // A question that was asked on was promised anew then; a part of a bundle, when it began.
  const since = kase.question?.askedOnAt ?? kase.begunAt ?? submittedAt;
  const waited = kase.pauses.flatMap(({ from, to }) =>
    to === undefined || from < since ? [] : { from, to },
  );
  const isEarly = ({ to }: { to: number }) => to <= (extended?.at ?? Infinity);
  const early = waited.filter(isEarly);
  const late = waited.filter((pause) => !isEarly(pause));
  const over = (pauses: typeof waited, clock: Clock) =>
    pauses.reduce((moved, { from, to }) => shifted(moved, hours, from, to), clock);
  const moved = (pauses: typeof waited, at: number, before = Infinity) =>
    pauses
      .filter(({ to }) => to <= before)
      .reduce((due, { from, to }) => shiftedInstant(due, hours, from, to), at);
  const fresh = clockOfDays(hours, since, terms.workdays, terms.notBefore);
  const kept = over(early, fresh);
  const { warnAt, dueAt } = over(late, extended ? lengthened(kept, hours, extended.until) : kept);
  return {
    clocks: { ...clocks, completion: clocks.completion && { ...clocks.completion, warnAt, dueAt } },
    extended: extended && { ...extended, kept: { ...extended.kept, ...over(late, kept) } },
    statutoryDueAt:
      terms.statutoryWorkdays === undefined
        ? undefined
        : moved(waited, dueAfter(hours, submittedAt, terms.statutoryWorkdays)),
    steps: kase.steps.map((step) => {
      // Done before or after the hour was chosen, in the same instant perhaps: its day is over either way.
      if (extended && step.doneAt !== undefined) return step;
      const own = Math.min(
        fresh.dueAt,
        Math.max(terms.notBefore ?? 0, dueAfter(hours, submittedAt, step.workdays)),
      );
      const first = moved(early, own, step.doneAt);
      return { ...step, dueAt: moved(late, Math.max(first, extended?.until ?? 0), step.doneAt) };
    }),
  };
}
