import type { PersonDoc } from './documents';

/** What staff have to look at of an entry as it stands: first that others have its number, then that it was only typed. */
export function checkOf({
  shares,
  verified,
  joinedAt,
  goneAt,
  merged,
}: Pick<PersonDoc, 'shares' | 'verified' | 'joinedAt' | 'goneAt' | 'merged'>): PersonDoc['check'] {
  if (merged || goneAt !== undefined) return undefined;
  if (shares) return 'shared';
  return joinedAt !== undefined && verified === undefined ? 'unproved' : undefined;
}

/** An entry with what follows from it. */
export const checked = (person: PersonDoc): PersonDoc => ({ ...person, check: checkOf(person) });
