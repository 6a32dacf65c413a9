import { findsOf, foundIn, pairsOf } from './finds';

/** What a unit is found by: any part of its name or of an estate's. */
const unit = { name: '新民社区', estates: ['晴川里小区', 'A座·公寓'] };
const isFound = (text: string) =>
  pairsOf(text).every((pair) => findsOf(unit).includes(pair)) && foundIn(unit, text) !== undefined;

it.each(['新民社区', '民社', '晴川里', '里小区', '晴川裡', 'a座', 'Ａ座公寓', '新', '晴'])('%s is', (text) =>
  expect(isFound(text)).toBe(true),
);

it.each([
  ['pairs of two names', '社区晴川'],
  ['another order', '川晴'],
  ['a character in the middle', '民'],
  ['another estate', '向晚小区'],
])('%s: %s is not', (_, text) => expect(isFound(text)).toBe(false));

it('nothing is asked for by marks alone', () => expect(pairsOf('，。 ·')).toEqual([]));
