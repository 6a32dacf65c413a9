import { daysOf, mondayOf, monthsTo, periodsBefore, sayPeriod } from './period';
import { instantOf } from './time';

it.each([
  ['2026-11', '2026年11月', '2026-11-01', '2026-11-30'],
  ['2028-02', '2028年2月', '2028-02-01', '2028-02-29'],
  ['2026-12', '2026年12月', '2026-12-01', '2026-12-31'],
  ['2026-Q1', '2026年第一季度', '2026-01-01', '2026-03-31'],
  ['2026-Q4', '2026年第四季度', '2026-10-01', '2026-12-31'],
])('%s is %s, from %s to %s', (period, name, from, to) => {
  expect(sayPeriod(period)).toBe(name);
  expect(daysOf(period)).toEqual({ from, to });
});

it.each([
  ['2026-11-23', ['2026-Q3', '2026-Q2'], ['2026-10', '2026-09', '2026-08']],
  ['2027-01-01', ['2026-Q4', '2026-Q3'], ['2026-12', '2026-11', '2026-10']],
  ['2027-03-31', ['2026-Q4', '2026-Q3'], ['2027-02', '2027-01', '2026-12']],
  ['2027-04-01', ['2027-Q1', '2026-Q4'], ['2027-03', '2027-02', '2027-01']],
])('on %s the latest that are over are %j and %j', (day, quarters, months) => {
  expect(periodsBefore(instantOf(day), 'quarter', 2)).toEqual(quarters);
  expect(periodsBefore(instantOf(day), 'month', 3)).toEqual(months);
});

it('begins a week with its Monday', () =>
  expect(['2026-11-22', '2026-11-23', '2026-11-29'].map(mondayOf)).toEqual([
    '2026-11-16',
    '2026-11-23',
    '2026-11-23',
  ]));

it.each([
  ['2026-11-23', '2026-11-01', '2026-10-01', '2026-10-31'],
  ['2026-01-31', '2026-01-01', '2025-12-01', '2025-12-31'],
  ['2028-03-01', '2028-03-01', '2028-02-01', '2028-02-29'],
])('the month up to %s begins on %s, the one before it is %s to %s', (to, first, from, end) => {
  expect(monthsTo(to)).toEqual({ last: { from: first, to }, before: { from, to: end } });
});
