import { addDays, dayOf, weekdayOf } from 'contract/time';

export type Span = 'month' | 'last' | 'quarter' | 'year' | 'own';
export type Trend = 'month' | 'week';

/** Days, both included. */
export interface Days {
  from: string;
  to: string;
}

export const spans: readonly { value: Span; label: string }[] = [
  { value: 'month', label: '本月' },
  { value: 'last', label: '上月' },
  { value: 'quarter', label: '本季度' },
  { value: 'year', label: '近12个月' },
  { value: 'own', label: '自己选' },
];

/** Days of a span that ends today (上月: with that month), in Asia/Shanghai. */
export function daysOf(span: Exclude<Span, 'own'>, now: number): Days {
  const today = dayOf(now);
  const month = monthOf(today);
  if (span === 'last') return { from: firstDay(month - 1), to: addDays(firstDay(month), -1) };
  const from = { month, quarter: month - (month % 3), year: month - 11 }[span];
  return { from: firstDay(from), to: today };
}

/** The months or the Mondays of weeks that a range touches, oldest first: what a trend has a place for. */
export function periodsOf({ from, to }: Days, trend: Trend): string[] {
  const periods: string[] = [];
  if (trend === 'month')
    for (let month = monthOf(from); month <= monthOf(to); month += 1)
      periods.push(firstDay(month).slice(0, 7));
  else for (let day = mondayOf(from); day <= to; day = addDays(day, 7)) periods.push(day);
  return periods;
}

/** `2026-11-21` → 2026年11月21日, `2026-11` → 2026年11月 */
export function sayDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day === undefined ? '' : `${day}日`}`;
}

/** A month or a week of a trend; the year only where it is another than the last one's. */
export function sayPeriod(period: string, lastYear: string): string {
  const [year = '', month, day] = period.split('-');
  const words = `${year === lastYear ? '' : `${year}年`}${Number(month)}月`;
  return day === undefined ? words : `${words}${Number(day)}日起一周`;
}

/** Months since year 0, this one included: arithmetic that does not know years. */
function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function firstDay(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}
