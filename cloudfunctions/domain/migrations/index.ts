import { peopleAreFound } from './0001-people-are-found';
import { unitsAreFound } from './0002-units-are-found';
import { itemsSayHowMany } from './0003-items-say-how-many';
import { casesAreFound } from './0004-cases-are-found';
import { peopleAreChecked } from './0005-people-are-checked';
import { hoursAreBooked } from './0006-hours-are-booked';
import { casesSayWhatTheyHold } from './0007-ended-cases-say-what-they-hold';

/** All of them, the first first: the place of one is its number less one. New ones come last. */
export const migrations = [
  peopleAreFound,
  unitsAreFound,
  itemsSayHowMany,
  casesAreFound,
  peopleAreChecked,
  hoursAreBooked,
  casesSayWhatTheyHold,
] as const;
