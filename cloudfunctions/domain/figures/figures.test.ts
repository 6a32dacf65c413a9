import * as fc from 'fast-check';
import { FEW, metricKeys } from '../../../contract/metrics';
import { figuresOf, levelsOf, linesOf, rateOf, scoreOf, wilson } from './figures';

it('hides a rate of fewer than 20, with everything but what it would be divided by', () => {
  expect(rateOf('satisfaction', { satisfied: 18, dissatisfied: 1 })).toEqual({
    numerator: null,
    denominator: 19,
    rate: null,
    low: null,
    high: null,
    hidden: true,
  });
  expect(rateOf('satisfaction', { satisfied: 18, dissatisfied: 2 })).toMatchObject({
    numerator: 18,
    denominator: 20,
    rate: 0.9,
    hidden: false,
  });
  expect(levelsOf({ satisfied: 19 })).toBeNull();
  expect(levelsOf({ satisfied: 20 })).toMatchObject({ satisfied: 20, dissatisfied: 0 });
});

it('has no rate, and hides none, where there is nothing to divide by', () => {
  for (const key of metricKeys)
    expect(rateOf(key, {})).toMatchObject({ numerator: 0, denominator: 0, rate: null, hidden: false });
});

it('gives Wilson’s interval', () => {
  // Reference values, to four digits.
  for (const [x, n, low, high] of [
    [0, 20, 0, 0.1611],
    [10, 20, 0.2993, 0.7007],
    [20, 20, 0.8389, 1],
    [95, 100, 0.8882, 0.9785],
  ] as const) {
    expect(wilson(x, n).low).toBeCloseTo(low, 4);
    expect(wilson(x, n).high).toBeCloseTo(high, 4);
  }
});

it('lets nobody work out a hidden line by taking the shown ones from the whole', () => {
  const counts = fc.record({
    satisfied: fc.nat(60),
    dissatisfied: fc.nat(10),
    mendable: fc.nat(30),
  });
  fc.assert(
    fc.property(fc.array(counts, { minLength: 1, maxLength: 12 }), (rows) => {
      const lines = linesOf(rows.map((row, i) => [String(i), '', { ...row, mended: row.mendable }]));
      for (const key of ['satisfaction', 'mending'] as const) {
        const rates = lines.map((line) => line.rates[key]).filter((rate) => rate.denominator > 0);
        const hidden = rates.filter((rate) => rate.hidden);
        const sum = hidden.reduce((all, rate) => all + rate.denominator, 0);
        const isSafe = hidden.length === 0 || hidden.length === rates.length || sum >= FEW;
        expect([key, isSafe]).toEqual([key, true]);
        // Nothing is hidden without need.
        for (const rate of hidden) expect(rate.denominator < FEW || rate.isCover).toBe(true);
        expect(hidden.every((rate) => rate.rate === null && rate.numerator === null)).toBe(true);
      }
    }),
    { seed: 20_261_122, numRuns: 500 },
  );
});

it('counts the upper three levels as satisfied and leaves the unrated out', () => {
  const counts = {
    'very-satisfied': 15,
    'basically-satisfied': 3,
    'very-dissatisfied': 6,
    completed: 48,
    rateable: 48,
  };
  expect(scoreOf(counts)).toMatchObject({
    numerator: 18,
    denominator: 24,
    rate: 0.75,
    hidden: false,
    completed: 48,
    responseRate: 0.5,
  });
  expect(scoreOf({ completed: 3, rateable: 3 })).toMatchObject({
    rate: null,
    hidden: false,
    responseRate: 0,
  });
  expect(scoreOf({ satisfied: 1 })).toMatchObject({ numerator: 1, denominator: 1, rate: null, hidden: true });
  expect(scoreOf({})).toMatchObject({ rate: null, responseRate: null });
});

it('names a line by what it is given', () => {
  expect(figuresOf('a', '甲', { asked: 2, completed: 1 })).toMatchObject({
    key: 'a',
    name: '甲',
    asked: 2,
    completed: 1,
  });
});
