import { doorKey, findKeys, personKey } from './person-key';

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

it.each([
  ['晴川里小区3号楼2单元501', '3-2-501-'],
  ['三号楼二单元501室', '3-2-501-'],
  ['３号楼 ２单元 ０501', '3-2-501-'],
  ['十二号楼', '12-'],
  ['二十一栋十单元', '21-10-'],
  ['湖畔九巷7号', '7-'],
  ['平房', ''],
])('%s is found by %j', (address, door) => expect(doorKey(address)).toBe(door));

it('keeps no door of what has no number', () => {
  expect(findKeys({ name: '何 老太', phone: '155 0000 0001', address: '平房' })).toEqual({
    key: '15500000001 何老太',
    nameKey: '何老太',
    door: undefined,
  });
});
