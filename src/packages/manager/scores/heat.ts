import { weekdayNames } from 'contract/time';
import type { Output } from 'contract/actions';

type Rows = Output<'metrics.overview'>['weekdays'];

/** What people ask for, when: the names of the columns, and the items from the commonest on. */
export interface Heat {
  columns: readonly string[];
  rows: { key: string; name: string; counts: number[]; total: number }[];
  /** all items together */
  all: number[];
}

const totalOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

export function heatOfWeekdays(rows: Rows): Heat {
  return heatOf(rows, weekdayNames.slice(1), [0, 7]);
}

/** From the first to the last hour at which any resident asked for anything. */
export function heatOfHours(rows: Rows): Heat {
  const all = sumOf(rows, 24);
  const first = all.findIndex((count) => count > 0);
  const last = 24 - [...all].reverse().findIndex((count) => count > 0);
  const hours = Array.from({ length: 24 }, (_, hour) => `${hour}点`);
  return heatOf(rows, hours, first < 0 ? [0, 24] : [first, last]);
}

function heatOf(rows: Rows, names: readonly string[], [first, end]: [number, number]): Heat {
  return {
    columns: names.slice(first, end),
    all: sumOf(rows, names.length).slice(first, end),
    rows: rows
      .map(({ key, name, counts }) => ({
        key,
        name,
        counts: counts.slice(first, end),
        total: totalOf(counts),
      }))
      .sort((a, b) => b.total - a.total),
  };
}

function sumOf(rows: Rows, cells: number): number[] {
  return Array.from({ length: cells }, (_, i) => totalOf(rows.map(({ counts }) => counts[i] ?? 0)));
}

/** `周二最多,14件` */
export function mostWords(columns: readonly string[], counts: readonly number[]): string {
  const most = Math.max(0, ...counts);
  return most === 0 ? '没有' : `${columns[counts.indexOf(most)]}最多，${most}件`;
}

/** `周一10件、周三2件`, for those who listen */
export function countWords(columns: readonly string[], counts: readonly number[]): string {
  return counts.flatMap((count, i) => (count > 0 ? [`${columns[i]}${count}件`] : [])).join('、');
}
