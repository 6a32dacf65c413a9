import catalogue from '../../../config/content/services.zh.json';
import type { ServiceItem } from '../../../contract/models';
import { buildIndex, search } from '.';
import pairs from './danger-pairs.zh.json';

/**
 * Each row holds a sentence of danger with the number that it has to ring, and one of much the same words without any. To
 * add to it: write both as a person would say them, and run this test (CONTRIBUTING.md, "Danger").
 */
const index = buildIndex(catalogue.items as ServiceItem[]);
const numbersFor = (text: string) => search(index, text, 20).hotlines.map(({ number }) => number);

it('has at least 200 pairs, no sentence twice', () => {
  const said = pairs.flatMap(({ danger, calm }) => [danger, calm]);
  expect(pairs.length).toBeGreaterThanOrEqual(200);
  expect(said.filter((text, i) => said.indexOf(text) !== i)).toEqual([]);
});

it.each(pairs)('“$danger” rings $number, “$calm” nobody', ({ danger, number, calm }) => {
  expect(numbersFor(danger)).toContain(number);
  expect(numbersFor(calm)).toEqual([]);
});
