import type { Score } from 'contract/models';

/** Fewer reviews than this tell little: one person more or less moves the rate by five points. */
export const enoughReviews = 20;

/** One decimal, rounded down: 100% is said only where nobody is missing. A ratio of nothing is said in words. */
export function percent(part: number, whole: number): string | undefined {
  return whole === 0 ? undefined : `${Math.floor((part * 1000) / whole) / 10}%`;
}

export function isFew({ denominator }: Score): boolean {
  return denominator > 0 && denominator < enoughReviews;
}

export const fewWords = `少于${enoughReviews}条评价,仅供参考`;
