import { dayOf } from '../../../contract/time';
import type { CardColour } from '../../../contract/words';
import { addWorkingTime, dueAfter, workingTimeBetween } from './calendar';
import { isProvisional } from './holidays';
import type { Clock, Hours } from '../documents';

/**
 * A clock's time passes in one of three ways: in the community's own hours, day and night on working days, or always.
 * Rules: docs/domain.md, "Clocks".
 */
export type Pace = 'office' | 'workdays' | 'always';

/** Every hour of a statutory working day. */
const dayAndNight: Hours = { open: [['00:00', '24:00']], saturday: [] };
const hourMs = 3_600_000;
const YELLOW = 0.8;

/** The instant when `ms` have passed at this pace. */
export function later(pace: Pace, hours: Hours, at: number, ms: number): number {
  if (pace === 'always') return at + ms;
  return addWorkingTime(pace === 'office' ? hours : dayAndNight, at, ms);
}

/** Milliseconds that pass at this pace from one instant to a later one; what is left until it. */
export function passed(pace: Pace, hours: Hours, from: number, to: number): number {
  if (pace === 'always') return Math.max(0, to - from);
  return workingTimeBetween(pace === 'office' ? hours : dayAndNight, from, to);
}

/** A clock of so many hours. */
export function clockOfHours(pace: Pace, hours: Hours, startedAt: number, count: number): Clock {
  const ms = count * hourMs;
  return {
    startedAt,
    warnAt: later(pace, hours, startedAt, ms * YELLOW),
    dueAt: later(pace, hours, startedAt, ms),
  };
}

/** A clock that ends when the community closes on the `workdays`-th working day, or at a later instant `notBefore`. */
export function clockOfDays(hours: Hours, startedAt: number, workdays: number, notBefore = 0): Clock {
  const dueAt = Math.max(dueAfter(hours, startedAt, workdays), notBefore);
  const whole = passed('office', hours, startedAt, dueAt);
  return { startedAt, warnAt: later('office', hours, startedAt, whole * YELLOW), dueAt };
}

/** The clock after its case stood still: what was ahead moves by the working time that was waited. */
export function shifted(clock: Clock, hours: Hours, from: number, to: number): Clock {
  return {
    ...clock,
    warnAt: shiftedInstant(clock.warnAt, hours, from, to),
    dueAt: shiftedInstant(clock.dueAt, hours, from, to),
  };
}

/** The clock with a later end: what was ahead moves by the working time in between, and yellow is shown anew. */
export function lengthened(clock: Clock, hours: Hours, until: number): Clock {
  if (until <= clock.dueAt) return clock;
  const { warned: _, ...rest } = clock;
  return {
    ...rest,
    warnAt: addWorkingTime(hours, clock.warnAt, workingTimeBetween(hours, clock.dueAt, until)),
    dueAt: until,
  };
}

/** An instant moved by the working time between two others; what had passed before them stays. */
export function shiftedInstant(at: number, hours: Hours, from: number, to: number): number {
  const waited = workingTimeBetween(hours, from, to);
  return at <= from || waited === 0 ? at : addWorkingTime(hours, at, waited);
}

/** Yellow from four fifths on, red from its end on; a clock that stopped shows none. */
export function cardOf(clock: Clock, now: number): CardColour | undefined {
  if (clock.stoppedAt !== undefined || now < clock.warnAt) return undefined;
  return now < clock.dueAt ? 'yellow' : 'red';
}

export function stopped(clock: Clock | undefined, now: number): Clock | undefined {
  return clock && clock.stoppedAt === undefined ? { ...clock, stoppedAt: now } : clock;
}

/** The longest that one pause may last, when `used` working milliseconds of the cap are gone already. */
export function pauseEnd(hours: Hours, from: number, capDays: number, used: number): number {
  const full = dueAfter(hours, from, capDays);
  const left = Math.max(0, workingTimeBetween(hours, from, full) - used);
  return left === 0 ? from : addWorkingTime(hours, from, left);
}

/** The first year among instants whose holidays are not published yet. */
export function provisionalYear(instants: readonly number[]): string | undefined {
  return instants
    .map(dayOf)
    .filter(isProvisional)
    .map((day) => day.slice(0, 4))
    .sort()[0];
}
