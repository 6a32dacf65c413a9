import { type Rejection, reject } from '../../../contract/errors';
import { limits } from '../../../contract/limits';
import { type Range, daysOf } from '../../../contract/period';
import { addDays, dayOf, instantOf, shanghai } from '../../../contract/time';

/** The instant at which a range begins, and the one at which it is over. */
export const spanOf = ({ from, to }: Range): [number, number] => [instantOf(from), instantOf(addDays(to, 1))];

/** What was asked for, or the twelve calendar months up to today. Errors: RANGE_BACKWARDS, RANGE_TOO_LONG. */
export function rangeOf(asked: Partial<Range>, now: number): Range | Rejection {
  const to = asked.to ?? dayOf(now);
  const from =
    asked.from ?? shanghai(instantOf(to)).subtract(11, 'month').startOf('month').format('YYYY-MM-DD');
  if (from > to) return reject('RANGE_BACKWARDS', { from: '开始日期要早于结束日期。' });
  if (addDays(from, limits.rangeDays) <= to)
    return reject('RANGE_TOO_LONG', { from: '开始日期离结束日期超过两年了。' });
  return { from, to };
}

/** Months that lie inside a range, and the days of it that no such month holds. Nothing lies after `today`. */
export function periodsOf({ from, to }: Range, today: string): string[] {
  const periods: string[] = [];
  const until = to < today ? to : today;
  for (let day = from; day <= until;) {
    const month = day.slice(0, 7);
    const last = daysOf(month).to;
    const isWhole = day.endsWith('-01') && (last <= to || until === today);
    periods.push(isWhole ? month : day);
    day = addDays(isWhole ? last : day, 1);
  }
  return periods;
}
