import { instantOf } from 'contract/time';
import { pastPeriods, periodName } from './periods';

it.each([
  ['2026-11', '2026年11月'],
  ['2026-02', '2026年2月'],
  ['2026-Q4', '2026年第4季度'],
])('calls %s %s', (period, name) => expect(periodName(period)).toBe(name));

it.each([
  ['2026-11-23', ['2026-Q3', '2026-Q2', '2026-10', '2026-09', '2026-08']],
  ['2027-01-01', ['2026-Q4', '2026-Q3', '2026-12', '2026-11', '2026-10']],
  ['2027-03-31', ['2026-Q4', '2026-Q3', '2027-02', '2027-01', '2026-12']],
  ['2027-04-01', ['2027-Q1', '2026-Q4', '2027-03', '2027-02', '2027-01']],
])('on %s the latest that are over are %j', (day, periods) =>
  expect(pastPeriods(instantOf(day))).toEqual(periods),
);
