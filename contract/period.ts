import { addDays, dayOf, weekdayOf } from './time';

/** Calendar months (`2026-11`), quarters (`2026-Q4`) and weeks (by their Monday), in Asia/Shanghai. */

/** Days from and to, both included. */
export interface Range {
  from: string;
  to: string;
}

/** Months since year 0: arithmetic that does not know years. */
export const monthIndex = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** `2026-11` of such an index. */
export const monthOfIndex = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;

const quarterOfIndex = (index: number): string => `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

/** The days of a month or a quarter. */
export function daysOf(period: string): Range {
  const [year = '', part = ''] = period.split('-');
  const isQuarter = part.startsWith('Q');
  const first = Number(year) * 12 + (isQuarter ? (Number(part.slice(1)) - 1) * 3 : Number(part) - 1);
  const next = monthOfIndex(first + (isQuarter ? 3 : 1));
  return { from: `${monthOfIndex(first)}-01`, to: addDays(`${next}-01`, -1) };
}

/** The month of a day up to that day, and the month before it. */
export function monthsTo(day: string): { last: Range; before: Range } {
  const before = daysOf(monthOfIndex(monthIndex(day) - 1));
  return { last: { from: addDays(before.to, 1), to: day }, before };
}

/** The last `count` months or quarters that are over, newest first. */
export function periodsBefore(now: number, kind: 'month' | 'quarter', count: number): string[] {
  const month = monthIndex(dayOf(now));
  const back = Array.from({ length: count }, (_, i) => i + 1);
  return kind === 'month'
    ? back.map((i) => monthOfIndex(month - i))
    : back.map((i) => quarterOfIndex(Math.floor(month / 3) - i));
}

/** `2026年11月`, `2026年第四季度` */
export function sayPeriod(period: string): string {
  const [year = '', part = ''] = period.split('-');
  return part.startsWith('Q')
    ? `${year}年第${'一二三四'[Number(part.slice(1)) - 1] ?? ''}季度`
    : `${year}年${Number(part)}月`;
}
