import { type Level, BAD, tagsFor } from '../../contract/words';

/** Rules: design/domain.md, "Reviews that can be trusted". Unrated is unrated, never good by default. */

/** Tags that do not fit the level. */
export function strangeTags(level: Level, tags: string[]): string[] {
  return tags.filter((tag) => !tagsFor[level].includes(tag));
}

export function isBad(level: Level): boolean {
  return BAD.some((bad) => bad === level);
}
