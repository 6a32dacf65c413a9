import { addDays, instantOf } from '../../../contract/time';
import type { Hours } from '../documents';
import { closureOf, faultsOfHours, nextOpening, sayHours, spansOf } from './hours';

const TODAY = '2026-11-23';
const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11));
const hours: Hours = {
  open: [
    ['08:30', '11:30'],
    ['13:30', '17:00'],
  ],
  saturday: [['09:00', '11:30']],
};
const closedFor = (from: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({ day: addDays(from, i), open: [], why: '' }));

it('opens on Saturday for callers, on a holiday by its own hours alone', () => {
  expect(spansOf(hours, '2026-11-21')).toEqual([['09:00', '11:30']]);
  expect(spansOf(hours, '2026-10-03')).toEqual([]);
  expect(spansOf(hours, '2026-10-10')).toEqual(hours.open);
  const own: Hours = { ...hours, days: [{ day: '2026-10-03', open: [['09:00', '12:00']], why: '' }] };
  expect(spansOf(own, '2026-10-03')).toEqual([['09:00', '12:00']]);
});

it.each([
  ['2026-11-23T09:00', '2026-11-23T09:00'],
  ['2026-11-20T17:00', '2026-11-21T09:00'],
  ['2026-11-21T10:00', '2026-11-21T10:00'],
  ['2026-11-21T11:30', '2026-11-23T08:30'],
  ['2026-09-30T17:00', '2026-10-08T08:30'],
])('after %s it opens at %s', (from, opening) => {
  expect(nextOpening(hours, at(from))).toBe(at(opening));
});

it('never opens where it has no hours', () => {
  expect(nextOpening({ open: [], saturday: [] }, at('2026-11-23T09:00'))).toBeUndefined();
});

it.each([
  [hours, '2026-10-03', '国庆节放假'],
  [hours, '2027-02-06', '春节放假'],
  [hours, '2026-11-22', undefined],
  [{ ...hours, days: [{ day: '2026-11-24', open: [], why: '停电' }] }, '2026-11-24', '社区不开门（停电）'],
  [{ ...hours, days: [{ day: '2026-11-24', open: [], why: '' }] }, '2026-11-24', '社区不开门'],
  [{ ...hours, days: [{ day: '2026-10-03', open: hours.open, why: '' }] }, '2026-10-03', undefined],
])('%j is closed on %s: %s', (which, day, why) => {
  expect(closureOf(which, day)).toBe(why);
});

describe('hours that a community cannot have', () => {
  it.each<[string, Partial<Hours>, Record<string, string>]>([
    ['a span backwards', { open: [['11:30', '08:30']] }, { open: '11:30—08:30：关门要在开门之后。' }],
    [
      'spans that overlap',
      {
        saturday: [
          ['09:00', '11:30'],
          ['11:00', '12:00'],
        ],
      },
      { saturday: '09:00—11:30和11:00—12:00重叠了。' },
    ],
    ['no hours', { open: [] }, { open: '工作日要有开门的时间。' }],
    [
      'two entries for one day',
      {
        days: [
          { day: '2026-12-24', open: [], why: '' },
          { day: '2026-12-24', open: [['09:00', '10:00']], why: '' },
        ],
      },
      { 'hours.days.1.day': '12月24日 周四写了两次，请留一个。' },
    ],
    [
      'two entries for one weekday',
      {
        shifted: [
          { weekday: 3, open: [['08:30', '18:30']] },
          { weekday: 3, open: [] },
        ],
      },
      { 'shifted.1': '周三写了两次，请留一个。' },
    ],
    [
      'a week without a day',
      { shifted: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, open: [] })) },
      { 'shifted.0': '周一到周五至少要有一天开门，请改一下。' },
    ],
    [
      '75 days closed on end',
      { days: closedFor('2026-12-01', 75) },
      { 'hours.days.0.day': '从12月1日 周二起连着30多天不开门，太久了，中间请留开门的日子。' },
    ],
  ])('%s', (_, over, faults) => {
    expect(faultsOfHours({ ...hours, ...over }, TODAY)).toEqual(faults);
  });

  it('are not those of a closing of two weeks, of a Monday alone, or of days that are over', () => {
    expect(faultsOfHours({ ...hours, days: closedFor('2026-12-01', 14) }, TODAY)).toEqual({});
    const shut = [2, 3, 4, 5].map((weekday) => ({ weekday, open: [] }));
    expect(faultsOfHours({ ...hours, shifted: shut }, TODAY)).toEqual({});
    expect(faultsOfHours({ ...hours, days: closedFor('2026-08-01', 75) }, TODAY)).toEqual({});
  });
});

it('says hours as people do', () => {
  expect(sayHours(hours)).toBe('工作日 8:30—11:30、13:30—17:00；周六 9:00—11:30');
  const shifted: Hours['shifted'] = [
    { weekday: 3, open: [['08:30', '18:30']] },
    { weekday: 5, open: [] },
  ];
  expect(sayHours({ open: hours.open, shifted, saturday: [] })).toBe(
    '工作日 8:30—11:30、13:30—17:00；周三 8:30—18:30；周五 不开门',
  );
});
