import { dayOf, instantOf } from '../../contract/time';
import {
  addWorkdays,
  addWorkingTime,
  dueAfter,
  isWorkday,
  nextWorkingInstant,
  spansOf,
  workdaysBetween,
} from './calendar';
import type { Hours } from './documents';

const hours: Hours = {
  open: [
    ['08:30', '11:30'],
    ['13:30', '17:00'],
  ],
  saturday: [['09:00', '11:30']],
};
const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11));

describe('statutory working days', () => {
  it.each([
    ['2026-11-20', true, 'a Friday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-10', true, 'a Saturday worked to make up for National Day'],
    ['2026-02-14', true, 'a Saturday worked to make up for Spring Festival'],
    ['2026-02-17', false, 'Spring Festival'],
    ['2025-09-28', true, 'a Sunday worked to make up for National Day'],
  ])('%s → %s: %s', (day, expected) => {
    expect(isWorkday(day)).toBe(expected);
  });

  it('counts over a holiday and its make-up days', () => {
    // 30 September is the last day before the holiday of 1–7 October; 8 and 9 October are a Thursday and a Friday.
    expect(addWorkdays('2026-09-30', 1)).toBe('2026-10-08');
    expect(addWorkdays('2026-09-30', 3)).toBe('2026-10-10');
    expect(workdaysBetween('2026-09-30', '2026-10-12')).toBe(4);
  });
});

describe('the next working instant', () => {
  it.each([
    ['2026-11-20T09:00', '2026-11-20T09:00', 'is now, inside the hours'],
    ['2026-11-20T07:00', '2026-11-20T08:30', 'is the opening, before it'],
    ['2026-11-20T11:30', '2026-11-20T13:30', 'is after lunch, at its start'],
    ['2026-11-20T17:00', '2026-11-23T08:30', 'is on Monday, after Friday’s closing'],
    ['2026-11-21T09:30', '2026-11-23T08:30', 'does not take Saturday duty for a working day'],
  ])('from %s is %s: %s', (from, expected) => {
    expect(nextWorkingInstant(hours, at(from))).toBe(at(expected));
  });
});

describe('working time', () => {
  it.each([
    ['2026-11-20T09:00', 1, '2026-11-20T10:00'],
    ['2026-11-20T11:00', 1, '2026-11-20T14:00'],
    ['2026-11-20T16:00', 4, '2026-11-23T11:30'],
    ['2026-11-20T16:00', 4.5, '2026-11-23T14:00'],
    ['2026-11-21T10:00', 2, '2026-11-23T10:30'],
    ['2026-09-30T16:30', 1, '2026-10-08T09:00'],
  ])('from %s over %d hours ends %s', (from, length, expected) => {
    expect(addWorkingTime(hours, at(from), length * 3_600_000)).toBe(at(expected));
  });
});

describe('a promise in working days', () => {
  it.each([
    ['2026-11-20T10:00', 10, '2026-12-04T17:00'],
    ['2026-11-21T23:59', 1, '2026-11-23T17:00'],
    ['2026-09-30T10:00', 1, '2026-10-08T17:00'],
    ['2026-11-20T10:00', 0, '2026-11-20T17:00'],
    ['2026-11-20T18:00', 0, '2026-11-23T17:00'],
  ])('from %s over %d days ends %s', (from, days, expected) => {
    expect(dueAfter(hours, at(from), days)).toBe(at(expected));
  });
});

it('opens on Saturday for callers, never on a holiday', () => {
  expect(spansOf(hours, '2026-11-21')).toEqual([['09:00', '11:30']]);
  expect(spansOf(hours, '2026-10-03')).toEqual([]);
  expect(spansOf(hours, '2026-10-10')).toEqual(hours.open);
});

it('takes the day of an instant in Shanghai, whatever the zone of the machine', () => {
  expect(dayOf(Date.parse('2026-11-20T16:30:00Z'))).toBe('2026-11-21');
});
