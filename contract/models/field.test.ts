import * as v from 'valibot';
import { appointment, day, period, quarter, time } from './field';

describe('a day', () => {
  it.each(['2026-11-24', '2028-02-29', '2000-01-01', '2099-12-31'])('%s is one', (value) => {
    expect(v.is(day, value)).toBe(true);
  });

  it.each([
    '2027-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '1999-12-31',
    '3026-01-01',
    '9999-12-31',
  ])('%s is none that the calendar has', (value) => {
    const result = v.safeParse(day, value);
    expect(result.issues?.map((issue) => issue.message)).toEqual(['没有这一天，请重新选一个日子。']);
  });

  it.each(['2026-1-1', '20261124', '2026-11-24T00:00', ''])('%j is not written like one', (value) => {
    expect(v.is(day, value)).toBe(false);
  });

  it.each([
    [day, '请选日子。'],
    [time, '请选时间。'],
  ])('is asked for where a picker has none', (schema, words) => {
    expect(v.safeParse(schema, '').issues?.[0].message).toBe(words);
  });
});

describe('an appointment', () => {
  it.each([
    ['2026-11-24T09:30', '2026-11-24T01:30:00.000Z'],
    ['2028-02-29T09:30', '2028-02-29T01:30:00.000Z'],
    ['2026-11-24T09:30:00Z', '2026-11-24T09:30:00.000Z'],
    ['2026-11-24T09:30+08:00', '2026-11-24T01:30:00.000Z'],
  ])('%s is %s', (value, instant) => {
    expect(new Date(v.parse(appointment, value)).toISOString()).toBe(instant);
  });

  it.each([
    '2027-02-29T09:00',
    '2026-04-31T09:00+08:00',
    '2026-13-01T09:00',
    '9999-12-31T09:00',
    '2026-11-24T24:00',
    '2026-11-24T25:00',
    '2026-11-24T09:60',
    '2026-11-24T09:30+99:00',
  ])('%s is none', (value) => {
    expect(v.is(appointment, value)).toBe(false);
  });
});

it.each(['2026-13', '2026-00', '1999-12', '3026-01', '2026-Q5', '2026-Q0'])('%s is no period', (value) => {
  expect([v.is(period, value), v.is(quarter, value)]).toEqual([false, false]);
});
