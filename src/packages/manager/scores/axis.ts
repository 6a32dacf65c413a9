import { nice } from 'd3-array';
import type { Rate } from 'contract/actions/metrics';
import { isShown } from './rate-words';

/** What a picture of shares reaches from and to, 0..1. */
export type Axis = [low: number, high: number];

/** Round ends around every interval that is shown: the differences are seen, and the ends are written beside the picture. */
export function axisOf(rates: readonly Rate[]): Axis {
  const shown = rates.filter(isShown);
  const [low, high] = nice(
    Math.min(...shown.map((rate) => rate.low)),
    Math.max(...shown.map((rate) => rate.high)),
    5,
  );
  return [Math.max(0, low), Math.min(1, high)];
}

/** Where a share lies, from 0 at the low end to 100 at the high one; to a hundredth, which no screen shows. */
export function placeOn([low, high]: Axis, share: number): number {
  return round(((share - low) / (high - low || 1)) * 100);
}

export const round = (value: number) => Math.round(value * 100) / 100;
