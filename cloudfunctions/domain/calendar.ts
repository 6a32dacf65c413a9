import calendar from 'chinese-days/dist/chinese-days.json';
import { addDays, dayOf, instantOf, shanghai, weekdayOf } from '../../contract/time';
import type { Hours, Span } from './documents';

// Only the library's tables are used: its functions parse a day in the machine's zone and are a day off outside China.
const holidays: Record<string, string> = calendar.holidays;
const makeUpDays: Record<string, string> = calendar.workdays;

/** A statutory working day: Monday to Friday without public holidays, and the make-up days (调休). */
export function isWorkday(day: string): boolean {
  return day in makeUpDays || (!(day in holidays) && weekdayOf(day) <= 5);
}

/** The `n`-th statutory working day after `day`. */
export function addWorkdays(day: string, n: number): string {
  let result = day;
  for (let left = n; left > 0;) {
    result = addDays(result, 1);
    if (isWorkday(result)) left -= 1;
  }
  return result;
}

/** Statutory working days after `from`, up to and with `to`. */
export function workdaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkday(day)) count += 1;
  }
  return count;
}

/** The spans in which a community is open on a day. */
export function spansOf(hours: Hours, day: string): Span[] {
  if (isWorkday(day)) return hours.open;
  return weekdayOf(day) === 6 && !(day in holidays) ? hours.saturday : [];
}

/**
 * The first instant from `at` on when the community is open on a statutory working day: `at` itself inside its hours.
 * Saturday duty does not count: it is for callers and urgent matters.
 */
export function nextWorkingInstant(hours: Hours, at: number): number {
  if (hours.open.length === 0)
    throw new Error('a community without opening hours has no next working instant');
  for (let day = dayOf(at); ; day = addDays(day, 1)) {
    if (!isWorkday(day)) continue;
    for (const [open, close] of hours.open) {
      if (at < instantOf(day, close)) return Math.max(at, instantOf(day, open));
    }
  }
}

/** When the community closes on a statutory working day. */
export function closingOf(hours: Hours, day: string): number {
  return instantOf(day, hours.open.at(-1)?.[1] ?? '17:00');
}

/**
 * The end of a promise in working days: it counts from the day after submission and is due when the community closes
 * on the last of them. A promise of 0 days is due on the working day it is taken up. Rule: design/domain.md, "Clocks".
 */
export function dueAfter(hours: Hours, submittedAt: number, workdays: number): number {
  const start = workdays === 0 ? dayOf(nextWorkingInstant(hours, submittedAt)) : dayOf(submittedAt);
  return closingOf(hours, addWorkdays(start, workdays));
}

/**
 * The instant when `ms` of working time have passed since `at`: the community's hours of statutory working days count.
 */
export function addWorkingTime(hours: Hours, at: number, ms: number): number {
  let left = ms;
  for (let from = nextWorkingInstant(hours, at); ; from = nextWorkingInstant(hours, from)) {
    const end = spanEnd(hours, from);
    if (left <= end - from) return from + left;
    left -= end - from;
    from = end;
  }
}

/** The end of the span that an instant of working time lies in. */
function spanEnd(hours: Hours, at: number): number {
  const span = hours.open.find((one) => isWithin(one, at));
  if (!span) throw new Error('an instant outside the opening hours lies in no span');
  return instantOf(dayOf(at), span[1]);
}

/** Is `time` of day (`09:30`) inside a span? */
export function isWithin([open, close]: Span, at: number): boolean {
  const time = shanghai(at).format('HH:mm');
  return open <= time && time < close;
}
