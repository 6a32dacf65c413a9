import type { PersonDoc } from '../documents';
import { checkOf } from '../person-check';
import type { Migration } from './migration';

/** Until 2026-11-29 entries that staff have to look at stood in no list. */
export const peopleAreChecked: Migration<PersonDoc> = {
  in: 'people',
  reads: ['shares', 'verified', 'joinedAt', 'goneAt', 'check'],
  change(person) {
    const check = checkOf(person);
    return check === undefined || check === person.check ? undefined : { check };
  },
  back: 'The version before does not read it.',
};
