import type { Score } from '../../contract/models';
import { type Level, BAD, SATISFIED, tagsFor } from '../../contract/words';

/** Rules: design/domain.md, "Reviews that can be trusted". Unrated is unrated, never good by default. */

/** Tags that do not fit the level. */
export function strangeTags(level: Level, tags: string[]): string[] {
  return tags.filter((tag) => !tagsFor[level].includes(tag));
}

export function isBad(level: Level): boolean {
  return BAD.some((bad) => bad === level);
}

/** Completed cases of one service item and month, and how many of them were rated with each level. */
export interface Tally {
  serviceCode: string;
  /** of completion, `2026-11` */
  month: string;
  completed: number;
  levels: Record<Level, number>;
}

/**
 * Adds tallies up to a score: satisfied reviews ÷ reviews, and reviews ÷ completed cases.
 * A rate without a denominator is null, neither 0 nor 1.
 */
export function scoreOf(tallies: Tally[]): Score {
  const at = (level: Level) => tallies.reduce((total, tally) => total + tally.levels[level], 0);
  const levels = {
    'very-satisfied': at('very-satisfied'),
    satisfied: at('satisfied'),
    'basically-satisfied': at('basically-satisfied'),
    dissatisfied: at('dissatisfied'),
    'very-dissatisfied': at('very-dissatisfied'),
  };
  const numerator = satisfiedOf(levels);
  const denominator = Object.values(levels).reduce((total, count) => total + count, 0);
  const completed = tallies.reduce((total, tally) => total + tally.completed, 0);
  return {
    numerator,
    denominator,
    rate: ratio(numerator, denominator),
    completed,
    responseRate: ratio(denominator, completed),
    levels,
  };
}

/** How many of each level. */
export function countLevels(given: readonly Level[]): Record<Level, number> {
  const levels = {
    'very-satisfied': 0,
    satisfied: 0,
    'basically-satisfied': 0,
    dissatisfied: 0,
    'very-dissatisfied': 0,
  };
  for (const level of given) levels[level] += 1;
  return levels;
}

/** Those of the upper three levels. */
export function satisfiedOf(levels: Record<Level, number>): number {
  return SATISFIED.reduce((total, level) => total + levels[level], 0);
}

function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

/** A score for each value of one of the tallies' fields, in the order of that field. */
export function scoresBy<K extends 'serviceCode' | 'month'>(tallies: Tally[], key: K): [string, Score][] {
  const values = [...new Set(tallies.map((tally) => tally[key]))].sort();
  return values.map((value) => [value, scoreOf(tallies.filter((tally) => tally[key] === value))]);
}
