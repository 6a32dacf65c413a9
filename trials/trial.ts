import type { World } from './world';

/** What a trial is asked for. */
export interface Wish {
  seed: number;
  /** How long it goes on: the short form within `npm test`, or so many times that of the full run. */
  isShort: boolean;
  rounds?: number;
  minutes?: number;
  /** a lived-in world for several trials, one after the other: each leaves it as it was */
  lent?: World;
  /** where a mutation put other bundles, or another local cloud */
  functionsDir?: string;
  /** Hears how far a long one is, a line at a time. */
  hear?(line: string): void;
}

/** What came of it. A fault is one sentence: what was done, and what should not have come of it. */
export interface Outcome {
  tried: number;
  faults: string[];
  /** figures worth a line, such as the slowest call */
  notes?: string[];
}

/** One promise that the product makes, and how it is tried. A file each. */
export interface Trial {
  name: string;
  /** what passes, in one sentence */
  promises: string;
  /** why `npm test` does without: it needs the network, or a test of its own tries the same there */
  notInTests?: string;
  run(wish: Wish): Promise<Outcome>;
}

/** Whether there is another round: so many of them, or as many as the minutes hold. */
export function* roundsOf({ rounds, minutes, hear }: Wish, standard: number): Generator<number> {
  const until = minutes === undefined ? Infinity : Date.now() + minutes * 60_000;
  const most = rounds ?? (minutes === undefined ? standard : Infinity);
  for (let round = 0; round < most && Date.now() < until; round += 1) {
    if (round > 0 && round % 50 === 0) hear?.(`round ${round}`);
    yield round;
  }
}

/** A few of the faults: the first of each kind say enough. */
export function collector(most = 40): { faults: string[]; fault(words: string): void; count(): number } {
  const faults: string[] = [];
  let found = 0;
  return {
    faults,
    fault(words) {
      found += 1;
      if (faults.length < most && !faults.includes(words)) faults.push(words);
    },
    count: () => found,
  };
}

/** The same numbers for the same seed (mulberry32): 0 ≤ next < 1. */
export function chanceOf(seed: number): {
  next(): number;
  below(n: number): number;
  pick<T>(list: readonly T[]): T;
} {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    pick(list) {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
  };
}
