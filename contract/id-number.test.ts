import { idNumberOf } from './id-number';

// Made up: the area 230200 with a day and a number that nobody has been given, and their check character.
it.each([
  ['230200195405061220', '230200195405061220'],
  ['２３０２００ 19540506 1220', '230200195405061220'],
  ['230200-19540506-1220', '230200195405061220'],
  ['230200\u200B195405061220', '230200195405061220'],
  ['23020019540506101x', '23020019540506101X'],
  ['23020019540506101\uFF38', '23020019540506101X'],
  ['230200195405061221', undefined],
  ['230200195402301229', undefined],
  ['230200900520122', undefined],
  ['230200', undefined],
  ['', undefined],
])('%s', (typed, number) => {
  expect(idNumberOf(typed)).toBe(number);
});
