import { type Level, SATISFIED, tagsFor } from '../../../contract/words';

/** Rules: docs/domain.md, "Reviews that can be trusted". Unrated is unrated, never good by default. */

/** Tags that do not fit the level. */
export function strangeTags(level: Level, tags: string[]): string[] {
  return tags.filter((tag) => !tagsFor[level].includes(tag));
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
