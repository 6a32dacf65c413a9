import type { PersonDoc } from '../documents';
import { findKeys, nameKey } from '../person-key';
import type { Migration } from './migration';

/** Until 2026-11-25 an entry of the register had no keys, and nobody could be looked for by name, number or door. */
export const peopleAreFound: Migration<PersonDoc> = {
  in: 'people',
  reads: ['name', 'phone', 'address', 'nameKey'],
  change(person) {
    if (person.nameKey !== undefined || person.merged !== undefined) return undefined;
    // Staff are told apart by their posts; the key of phone and name is a resident's.
    const isResident = person.posts.some(({ role }) => role === 'resident');
    return isResident ? findKeys(person) : { nameKey: nameKey(person.name) };
  },
  back: 'The version before reads none of these keys.',
};
