import { createHash } from 'node:crypto';

/**
 * Chance by name instead of in a row: what is drawn for one case does not depend on what was drawn before, so every policy
 * meets the same month. Gives 0..1, the same for the same names.
 */
export function draw(...names: (string | number)[]): number {
  return createHash('sha256').update(names.join('\n')).digest().readUInt32BE(0) / 2 ** 32;
}

/** One of the options, as often as its weight says; `at` is 0..1. */
export function pick<T>(options: readonly (readonly [T, number])[], at: number): T {
  const total = options.reduce((sum, [, weight]) => sum + weight, 0);
  let left = at * total;
  for (const [option, weight] of options) {
    if (left < weight) return option;
    left -= weight;
  }
  const last = options.at(-1);
  if (!last) throw new Error('nothing to pick from');
  return last[0];
}

/** A wait without memory: half of them are shorter than 0.7 of the mean, one in twelve is longer than 2.5 of it. */
export function wait(mean: number, at: number): number {
  return -mean * Math.log(1 - at);
}
