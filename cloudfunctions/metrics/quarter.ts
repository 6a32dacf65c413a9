import { type Rejection, reject } from '../../contract/errors';
import { addDays, dayOf } from '../../contract/time';
import type { Range } from '../domain/time/range';

/** The days of a quarter (`2026-Q4`) that is over. Errors: QUARTER_NOT_OVER. */
export function quarterRange(quarter: string, now: number): Range | Rejection {
  const year = Number(quarter.slice(0, 4));
  const first = (Number(quarter.at(-1)) - 1) * 3 + 1;
  const next = first + 3 > 12 ? [year + 1, 1] : [year, first + 3];
  const to = addDays(`${next[0]}-${String(next[1]).padStart(2, '0')}-01`, -1);
  if (to >= dayOf(now)) return reject('QUARTER_NOT_OVER', { quarter: '请选已经过完的季度。' });
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, to };
}

/** `2026年第四季度` */
export function sayQuarter(quarter: string): string {
  return `${quarter.slice(0, 4)}年第${'一二三四'[Number(quarter.at(-1)) - 1] ?? ''}季度`;
}
