import { liesIn } from './storage';

/** A picture that this person has put into their own folder of a kind (`cases/rs-01/…`). */
export const isOwnPhoto = (kind: 'cases' | 'reviews', personId: string, fileId: string): boolean =>
  liesIn(`${kind}/${personId}`, fileId) && /\/[\w.-]+\.(?:jpe?g|png|webp)$/i.test(fileId);
