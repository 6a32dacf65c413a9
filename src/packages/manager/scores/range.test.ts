import { instantOf } from 'contract/time';
import { daysOf, periodsOf, sayPeriod } from './range';

const monday = instantOf('2026-11-23', '10:00');

describe('a span', () => {
  it.each([
    ['month', '2026-11-01', '2026-11-23'],
    ['last', '2026-10-01', '2026-10-31'],
    ['quarter', '2026-10-01', '2026-11-23'],
    ['year', '2025-12-01', '2026-11-23'],
  ] as const)('%s is %s to %s', (span, from, to) => expect(daysOf(span, monday)).toEqual({ from, to }));

  it('goes over the end of a year', () =>
    expect(daysOf('last', instantOf('2027-01-01'))).toEqual({ from: '2026-12-01', to: '2026-12-31' }));
});

describe('the places of a trend', () => {
  it('are months, with those that nothing fell into', () =>
    expect(periodsOf({ from: '2025-12-05', to: '2026-02-01' }, 'month')).toEqual([
      '2025-12',
      '2026-01',
      '2026-02',
    ]));

  it('are weeks from the Monday of the first', () =>
    expect(periodsOf({ from: '2026-11-04', to: '2026-11-16' }, 'week')).toEqual([
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
    ]));

  it('name a year only where it is another', () =>
    expect(['2025-12', '2026-11', '2026-11-16'].map((one) => sayPeriod(one, '2026'))).toEqual([
      '2025年12月',
      '11月',
      '11月16日起一周',
    ]));
});
