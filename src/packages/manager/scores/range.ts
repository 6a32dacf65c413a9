import { type Range, mondayOf, monthIndex, monthOfIndex } from 'contract/period';
import { addDays, dayOf } from 'contract/time';

export type Span = 'month' | 'last' | 'quarter' | 'year' | 'own';
export type Trend = 'month' | 'week';

export const spans: readonly { value: Span; label: string }[] = [
  { value: 'month', label: '本月' },
  { value: 'last', label: '上月' },
  { value: 'quarter', label: '本季度' },
  { value: 'year', label: '近12个月' },
  { value: 'own', label: '自己选' },
];

/** Range of a span that ends today (上月: with that month), in Asia/Shanghai. */
export function daysOf(span: Exclude<Span, 'own'>, now: number): Range {
  const today = dayOf(now);
  const month = monthIndex(today);
  if (span === 'last') return { from: firstDay(month - 1), to: addDays(firstDay(month), -1) };
  const from = { month, quarter: month - (month % 3), year: month - 11 }[span];
  return { from: firstDay(from), to: today };
}

/** The months or the Mondays of weeks that a range touches, oldest first: what a trend has a place for. */
export function periodsOf({ from, to }: Range, trend: Trend): string[] {
  const periods: string[] = [];
  if (trend === 'month')
    for (let month = monthIndex(from); month <= monthIndex(to); month += 1) periods.push(monthOfIndex(month));
  else for (let day = mondayOf(from); day <= to; day = addDays(day, 7)) periods.push(day);
  return periods;
}

/** `2026-11-21` → 2026年11月21日, `2026-11` → 2026年11月 */
export function sayDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day === undefined ? '' : `${day}日`}`;
}

/** A month or a week of a trend; the year only where it is not that of the last. */
export function sayPeriod(period: string, lastYear: string): string {
  const [year = '', month, day] = period.split('-');
  const words = `${year === lastYear ? '' : `${year}年`}${Number(month)}月`;
  return day === undefined ? words : `${words}${Number(day)}日起一周`;
}

const firstDay = (month: number): string => `${monthOfIndex(month)}-01`;
