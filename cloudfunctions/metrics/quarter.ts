import { type Rejection, reject } from '../../contract/errors';
import { type Range, daysOf } from '../../contract/period';
import { dayOf } from '../../contract/time';

/** The days of a quarter (`2026-Q4`) that is over. Errors: QUARTER_NOT_OVER. */
export function quarterRange(quarter: string, now: number): Range | Rejection {
  const range = daysOf(quarter);
  return range.to < dayOf(now) ? range : reject('QUARTER_NOT_OVER', { quarter: '请选已经过完的季度。' });
}
