import { dayOf } from 'contract/time';

/** The last four quarters that are over, newest first: `2026-Q3`. */
export function quartersBefore(now: number): string[] {
  const [year = 0, month = 1] = dayOf(now).split('-').map(Number);
  const running = year * 4 + Math.floor((month - 1) / 3);
  return [1, 2, 3, 4].map((back) => {
    const quarter = running - back;
    return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
  });
}

/** `2026年第三季度` */
export function sayQuarter(quarter: string): string {
  return `${quarter.slice(0, 4)}年第${'一二三四'[Number(quarter.slice(-1)) - 1] ?? ''}季度`;
}
