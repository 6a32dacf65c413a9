import type { PersonDoc } from './documents';
import { checkOf } from './person-check';

it.each<[string, Partial<PersonDoc>, PersonDoc['check']]>([
  ['whom staff wrote down', {}, undefined],
  ['a resident who typed the number', { joinedAt: 1 }, 'unproved'],
  ['one whose number WeChat has said', { joinedAt: 1, verified: 'platform' }, undefined],
  ['one whom staff know', { joinedAt: 1, verified: 'staff' }, undefined],
  ['one whose number others have, too', { joinedAt: 1, shares: true }, 'shared'],
  ['one who is known and whose number others have', { verified: 'staff', shares: true }, 'shared'],
  ['an entry that went into another', { shares: true, merged: {} as PersonDoc['merged'] }, undefined],
  ['one who has gone', { joinedAt: 1, goneAt: 2 }, undefined],
])('of %s', (_, person, check) => expect(checkOf(person)).toBe(check));
