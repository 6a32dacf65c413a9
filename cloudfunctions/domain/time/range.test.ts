import * as fc from 'fast-check';
import { addDays, dayOf, instantOf, shanghai } from '../../../contract/time';
import { periodsOf, rangeOf } from './range';

const now = instantOf('2026-11-23', '10:00');

it('is the twelve calendar months up to today where nothing is said', () => {
  expect(rangeOf({}, now)).toEqual({ from: '2025-12-01', to: '2026-11-23' });
  // Just after midnight in Shanghai it is still yesterday elsewhere.
  expect(rangeOf({}, instantOf('2026-12-01', '00:10'))).toEqual({ from: '2026-01-01', to: '2026-12-01' });
});

it('refuses a range backwards, and one of more than two years', () => {
  expect(rangeOf({ from: '2026-11-02', to: '2026-11-01' }, now)).toMatchObject({ code: 'RANGE_BACKWARDS' });
  expect(rangeOf({ from: '2016-11-01', to: '2026-11-01' }, now)).toMatchObject({ code: 'RANGE_TOO_LONG' });
  expect(rangeOf({ from: '2024-11-01', to: '2026-10-31' }, now)).toMatchObject({ from: '2024-11-01' });
});

it('reads each day of a range once, in whole months where it can, in at most a hundred pieces', () => {
  const day = fc.nat(1000).map((n) => addDays('2024-06-01', n));
  fc.assert(
    fc.property(day, fc.nat(730), day, (from, length, today) => {
      const to = addDays(from, length);
      const periods = periodsOf({ from, to }, today);
      expect(periods.length).toBeLessThanOrEqual(100);
      const days = periods.flatMap((period) => {
        if (period.length === 10) return [period];
        const count = shanghai(instantOf(`${period}-01`)).daysInMonth();
        return Array.from({ length: count }, (_, i) => addDays(`${period}-01`, i));
      });
      const wanted: string[] = [];
      for (let one = from; one <= to && one <= today; one = addDays(one, 1)) wanted.push(one);
      // The running month is read whole: nothing has happened in the rest of it yet.
      expect(days.filter((one) => one <= today)).toEqual(wanted);
    }),
    { seed: 20_261_122, numRuns: 300 },
  );
  expect(periodsOf({ from: '2025-12-01', to: '2026-11-23' }, dayOf(now))).toHaveLength(12);
});
