import { harmless, unchanged } from './cell-text';

it.each([
  ['01048090', '\t01048090'],
  ['2611238176', '\t2611238176'],
  ['26112312345678', '\t26112312345678'],
  ['2026-11', '\t2026-11'],
  ['2026-11-23 10:00', '2026-11-23 10:00'],
  ['139****0000', '139****0000'],
  ['98.5%', '98.5%'],
  ['', ''],
])('keeps %s as it is when a .csv is opened', (text, kept) => {
  expect(unchanged(text)).toBe(kept);
});

it.each(['=1+1', '+86', '-1', '@a', '\t=1', '\uff1d1'])('%j is no formula', (text) => {
  expect(harmless(text)).toBe(`'${text}`);
});
