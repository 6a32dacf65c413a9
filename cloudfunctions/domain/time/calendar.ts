import calendar from 'chinese-days/dist/chinese-days.json';
import { addDays, dayOf, instantOf, timeOf, weekdayOf } from '../../../contract/time';
import type { Hours, Span } from '../documents';

/**
 * Working time: the community's own hours of statutory working days, on the Chinese calendar with public holidays and
 * make-up days (调休), in Asia/Shanghai whatever the machine's zone. Rules: docs/domain.md, "Clocks".
 *
 * Only the library's tables are used: its functions parse a day in the machine's zone (docs/decisions/0009).
 */
const holidays: Record<string, string> = calendar.holidays;
const makeUpDays: Record<string, string> = calendar.workdays;
const publishedYears = new Set(Object.keys(holidays).map((day) => day.slice(0, 4)));

/** A statutory working day: Monday to Friday without public holidays, and the make-up days. */
export function isWorkday(day: string): boolean {
  return day in makeUpDays || (!(day in holidays) && weekdayOf(day) <= 5);
}

/** The last year whose holidays are known. */
export const publishedUntil = [...publishedYears].sort().at(-1) ?? '';

/** The State Council publishes a year's holidays late in the year before: until then its working days are a guess. */
export function isProvisional(day: string): boolean {
  return !publishedYears.has(day.slice(0, 4));
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

/** The spans in which a community is open on a day, Saturday duty included. */
export function spansOf(hours: Hours, day: string): Span[] {
  const own = hours.days?.find((one) => one.day === day);
  if (own) return own.open;
  if (isWorkday(day)) return hours.shifted?.find((one) => one.weekday === weekdayOf(day))?.open ?? hours.open;
  return weekdayOf(day) === 6 && !(day in holidays) ? hours.saturday : [];
}

/** Longer than any holiday with its neighbours: a community that opens on none of so many days never opens. */
const DAYS_AHEAD = 60;

/** Instants from and to which the community works, from the span that `at` lies in, or the next one, on. */
function* workingSpans(hours: Hours, at: number): Generator<{ from: number; to: number }> {
  let day = dayOf(at);
  for (let closed = 0; closed < DAYS_AHEAD; day = addDays(day, 1)) {
    const spans = isWorkday(day) ? spansOf(hours, day) : [];
    closed = spans.length > 0 ? 0 : closed + 1;
    for (const [open, close] of spans) {
      const to = instantOf(day, close);
      if (at < to) yield { from: Math.max(at, instantOf(day, open)), to };
    }
  }
  throw new Error('a community without opening hours has no working time');
}

/**
 * The first instant from `at` on when the community is open on a statutory working day: `at` itself inside its hours.
 * Saturday duty does not count: it is for callers and urgent matters.
 */
export function nextWorkingInstant(hours: Hours, at: number): number {
  for (const { from } of workingSpans(hours, at)) return from;
  return at;
}

/** The instant when `ms` of working time have passed since `at`. */
export function addWorkingTime(hours: Hours, at: number, ms: number): number {
  let left = ms;
  for (const { from, to } of workingSpans(hours, at)) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  return at;
}

/** Milliseconds of working time from one instant to a later one; 0 when it is not later. */
export function workingTimeBetween(hours: Hours, from: number, to: number): number {
  let passed = 0;
  if (to <= from) return passed;
  for (const span of workingSpans(hours, from)) {
    if (span.from >= to) break;
    passed += Math.min(span.to, to) - span.from;
  }
  return passed;
}

/** When the community closes on a day; at five where it does not open. */
export function closingOf(hours: Hours, day: string): number {
  return instantOf(day, spansOf(hours, day).at(-1)?.[1] ?? '17:00');
}

/**
 * The end of a promise in working days: it counts from the day after submission and is due when the community closes
 * on the last of them. A promise of 0 days is due on the working day it is taken up.
 */
export function dueAfter(hours: Hours, submittedAt: number, workdays: number): number {
  const start = workdays === 0 ? dayOf(nextWorkingInstant(hours, submittedAt)) : dayOf(submittedAt);
  return closingOf(hours, addWorkdays(start, workdays));
}

/** Is an instant's time of day inside a span? Its end is outside. */
export function isWithin([open, close]: Span, at: number): boolean {
  const time = timeOf(at);
  return open <= time && time < close;
}

/** What is wrong with opening hours, field → sentence: a span that ends before it begins, or overlaps the one before. */
export function faultsOfHours(hours: Hours): Record<string, string> {
  const faults: Record<string, string> = {};
  const check = (field: string, spans: Span[]) => {
    spans.forEach(([open, close], i) => {
      const before = spans[i - 1];
      if (open >= close) faults[field] = `${open}—${close}：关门要在开门之后。`;
      else if (before && open < before[1]) faults[field] = `${before.join('—')}和${open}—${close}重叠了。`;
    });
  };
  check('open', hours.open);
  check('saturday', hours.saturday);
  hours.shifted?.forEach((one, i) => check(`shifted.${i}`, one.open));
  hours.days?.forEach((one, i) => check(`days.${i}`, one.open));
  if (hours.open.length === 0) faults.open = '工作日要有开门的时间。';
  return faults;
}
