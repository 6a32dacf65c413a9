import type { Rate } from 'contract/actions/metrics';
import { type MetricKey, hiddenWords, marks } from 'contract/metrics';

/** One decimal, rounded down: 100% is said only where none is missing. */
export function percent(share: number): string {
  return `${Math.floor(share * 1000 + 1e-9) / 10}%`;
}

/** A rate that is shown: neither hidden nor of nothing. */
export type ShownRate = Rate & { numerator: number; rate: number; low: number; high: number };

export function isShown(rate: Rate): rate is ShownRate {
  return rate.rate !== null;
}

/** `94.2%`, or why there is no number. */
export function rateWords(rate: Rate): string {
  if (isShown(rate)) return percent(rate.rate);
  if (!rate.hidden) return '还没有';
  return rate.isCover ? hiddenWords.cover : hiddenWords.few;
}

/** `113 ÷ 120`; of one without a number only what it is divided from. */
export function partWords(rate: Rate): string {
  return isShown(rate) ? `${rate.numerator} ÷ ${rate.denominator}` : `分母是${rate.denominator}`;
}

/** `87.1%—96%` */
export function intervalWords({ low, high }: ShownRate): string {
  return `${percent(low)}—${percent(high)}`;
}

/** What a rate means, as its tile marks it; undefined: nothing, for it is hidden or not the office's doing. */
export type Meaning = 'good' | 'mind' | 'low';
export const meaningWords: Record<Meaning, string> = { good: '好', mind: '留意', low: '偏低' };

export function meaningOf(metric: MetricKey, rate: Rate): Meaning | undefined {
  const mark = marks[metric];
  if (!mark || !isShown(rate)) return undefined;
  return rate.rate >= mark.good ? 'good' : rate.rate < mark.low ? 'low' : 'mind';
}

/** `95%起算好，不到85%算偏低` */
export function marksWords(metric: MetricKey): string | undefined {
  const mark = marks[metric];
  return mark && `${percent(mark.good)}起算好，不到${percent(mark.low)}算偏低`;
}

/** `比上月 +2.1个百分点`; undefined where either month has no rate to show. */
export function changeWords(last: Rate, before: Rate): string | undefined {
  if (!isShown(last) || !isShown(before)) return undefined;
  const points = Math.round((last.rate - before.rate) * 1000) / 10;
  if (points === 0) return '和上月一样';
  return `比上月 ${points > 0 ? '+' : '−'}${Math.abs(points)}个百分点`;
}
