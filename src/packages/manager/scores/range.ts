import { dayOf } from 'contract/time';

export type Span = 'month' | 'quarter' | 'year';

/** How many calendar months each shows, this one included, so that the rows by month are whole months. */
const months: Record<Span, number> = { month: 1, quarter: 3, year: 12 };

export const spans: readonly { value: Span; label: string }[] = [
  { value: 'month', label: '本月' },
  { value: 'quarter', label: '近三个月' },
  { value: 'year', label: '近一年' },
];

/** First and last day of a span that ends today, in Asia/Shanghai, both included. */
export function rangeOf(span: Span, now: number): { from: string; to: string } {
  const to = dayOf(now);
  const [year = 0, month = 0] = to.split('-').map(Number);
  const first = year * 12 + (month - 1) - (months[span] - 1);
  const from = `${Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, '0')}-01`;
  return { from, to };
}

/** `2026-11-21` → 2026年11月21日, `2026-11` → 2026年11月 */
export function sayDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day === undefined ? '' : `${day}日`}`;
}
