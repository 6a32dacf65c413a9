import { personKey } from './person-key';

const known = personKey({ name: '买买提·艾力', phone: '04525550124' });

it.each([
  ['买买提•艾力', '04525550124'],
  ['买买提・艾力', '0452-5550124'],
  ['买买提‧艾力', '(0452)5550124'],
  ['买买提．艾力', '＋86 452 5550124'],
  ['买买提 艾力', '0452 555 0124'],
  ['买买提　艾力', '0452-5550124转802'],
  ['买买提\u200B艾力', '0086-452-5550124'],
  ['买买提艾力', '04525550124'],
  ['買買提·艾力', '04525550124'],
])('%s at %s is the same person', (name, phone) => {
  expect(personKey({ name, phone })).toBe(known);
});

it.each([
  ['Ｌｉ　Ｍｉｎｇ', 'li ming'],
  ['Rene\u0301', 'René'],
])('%s and %s are one name', (one, other) => {
  const phone = '15400000456';
  expect(personKey({ name: one, phone })).toBe(personKey({ name: other, phone }));
});

it.each([
  ['买买提·艾力江', '04525550124'],
  ['买买提·艾力', '04525550125'],
  ['··', '04525550124'],
])('%s at %s is another', (name, phone) => {
  expect(personKey({ name, phone })).not.toBe(known);
});
