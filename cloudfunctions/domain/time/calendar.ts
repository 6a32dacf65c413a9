import { addDays, dayOf, instantOf } from '../../../contract/time';
import type { Hours } from '../documents';
import { isWorkday } from './holidays';
import { DAYS_AHEAD, spansOf, workingSpansOf } from './hours';
import { NoWorkingTime } from './no-working-time';

/**
 * Working days, and working time: the community's own hours of statutory working days, on the Chinese calendar with public holidays and
 * make-up days (调休), in Asia/Shanghai whatever the machine's zone. Rules: docs/domain.md, "Clocks".
 */

/** How many days a walk takes at most, some ten years: no promise reaches further, and a wrong instant must not keep a function busy. */
const DAYS_WALKED = 3660;

/** The `n`-th statutory working day after `day`. */
export function addWorkdays(day: string, n: number): string {
  let result = day;
  for (let left = n, walked = 0; left > 0 && walked < DAYS_WALKED; walked += 1) {
    result = addDays(result, 1);
    if (isWorkday(result)) left -= 1;
  }
  return result;
}

/** Statutory working days after `from`, up to and with `to`; those of the first ten years. */
export function workdaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = from, walked = 0; day < to && walked < DAYS_WALKED; walked += 1) {
    day = addDays(day, 1);
    if (isWorkday(day)) count += 1;
  }
  return count;
}

/** Spans in which the community works, as instants: from the span that `at` lies in, or the next after it, up to the day of `end`. */
function* workingSpans(hours: Hours, at: number, end = Infinity): Generator<{ from: number; to: number }> {
  const first = dayOf(at);
  for (let ahead = 0; ahead < DAYS_WALKED; ahead += 1) {
    const day = addDays(first, ahead);
    if (instantOf(day) >= end) return;
    for (const [open, close] of workingSpansOf(hours, day)) {
      const to = instantOf(day, close);
      if (at < to) yield { from: Math.max(at, instantOf(day, open)), to };
    }
  }
}

/**
 * The first instant from `at` on when the community works: `at` itself inside its hours. Saturday duty does not count: it is
 * for callers and urgent matters.
 */
export function nextWorkingInstant(hours: Hours, at: number): number {
  return addWorkingTime(hours, at, 0);
}

/** The instant when `ms` of working time have passed since `at`. */
export function addWorkingTime(hours: Hours, at: number, ms: number): number {
  let left = ms;
  for (const { from, to } of workingSpans(hours, at)) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  throw new NoWorkingTime();
}

/** Milliseconds of working time from one instant to a later one; 0 when it is not later. */
export function workingTimeBetween(hours: Hours, from: number, to: number): number {
  let passed = 0;
  if (to <= from) return passed;
  for (const span of workingSpans(hours, from, to)) {
    if (span.from >= to) break;
    passed += Math.min(span.to, to) - span.from;
  }
  return passed;
}

/** When the community closes on a day, Saturday duty included. Where it is closed on that day: on the next on which it works. */
export function closingOf(hours: Hours, day: string): number {
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead += 1) {
    const one = addDays(day, ahead);
    const spans = ahead === 0 ? spansOf(hours, one) : workingSpansOf(hours, one);
    const last = spans.at(-1);
    if (last) return instantOf(one, last[1]);
  }
  throw new NoWorkingTime();
}

/**
 * The end of a promise in working days: it counts from the day after submission and is due when the community closes
 * on the last of them. Where its own hours close it on that day, the promise is due on the next day on which it works. A
 * promise of 0 days is due on the working day it is taken up.
 */
export function dueAfter(hours: Hours, submittedAt: number, workdays: number): number {
  const start = workdays === 0 ? dayOf(nextWorkingInstant(hours, submittedAt)) : dayOf(submittedAt);
  return closingOf(hours, addWorkdays(start, workdays));
}
