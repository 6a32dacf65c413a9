import type { Rate } from 'contract/actions/metrics';
import { hiddenWords } from 'contract/metrics';

/** One decimal, rounded down: 100% is said only where nobody is missing. */
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
