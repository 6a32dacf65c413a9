import { instantOf } from '../../../contract/time';
import type { Hours } from '../documents';
import { hasDutyOn, isOnCall, isOnDuty, nextDutyAt, sayDuty } from './duty';

const agent = {
  dutyWeekdays: [1, 2, 4, 6],
  dutyHours: ['08:30', '17:00'] as [string, string],
  onCallWeekdays: [3],
  leaves: [],
};
const hours: Hours = { open: [['08:30', '17:00']], saturday: [] };
const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11));

it.each([
  ['2026-11-23T09:00', true, 'a Monday of theirs'],
  ['2026-11-25T09:00', false, 'a Wednesday off'],
  ['2026-11-23T17:00', false, 'after hours'],
  ['2026-11-28T09:00', true, 'a Saturday of the rota'],
  ['2026-11-29T09:00', false, 'a Sunday'],
  ['2026-10-01T09:00', false, 'a Thursday, but National Day'],
  ['2026-10-10T09:00', true, 'a make-up Saturday'],
])('%s → on duty %s: %s', (time, expected) => {
  expect(isOnDuty(agent, at(time), hours)).toBe(expected);
});

it('has no duty on the weekend of a holiday, unless the community opens for it', () => {
  const saturday = { ...agent, dutyWeekdays: [6] };
  expect(hasDutyOn(saturday, '2026-10-03', hours)).toBe(false);
  expect(hasDutyOn(saturday, '2027-10-02', hours)).toBe(false);
  const open: Hours = { ...hours, days: [{ day: '2026-10-03', open: [['09:00', '12:00']], why: '' }] };
  expect(hasDutyOn(saturday, '2026-10-03', open)).toBe(true);
  expect(hasDutyOn({ ...agent, dutyWeekdays: [1] }, '2026-10-03', open)).toBe(false);
  expect(nextDutyAt(saturday, at('2026-09-28T10:00'), hours)).toBe(at('2026-10-10T08:30'));
});

it('has no duty where the community is closed by its own hours', () => {
  const closed: Hours = { ...hours, days: [{ day: '2026-11-23', open: [], why: '停电' }] };
  expect(isOnDuty(agent, at('2026-11-23T09:00'), closed)).toBe(false);
});

it('knows when they come next', () => {
  expect(nextDutyAt(agent, at('2026-11-24T18:00'), hours)).toBe(at('2026-11-26T08:30'));
  expect(nextDutyAt(agent, at('2026-11-24T07:00'), hours)).toBe(at('2026-11-24T08:30'));
  expect(nextDutyAt({ ...agent, dutyWeekdays: [] }, at('2026-11-23T09:00'), hours)).toBeUndefined();
});

it('says it as people do', () => {
  expect(sayDuty(agent)).toBe('周一、周二、周四、周六 8:30—17:00');
});

describe('leave', () => {
  const away = { ...agent, leaves: [{ from: '2026-11-24', to: '2026-11-27', why: '年假' }] };

  it('takes the days from the roster, both ends included', () => {
    const days = ['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-28'];
    expect(days.map((day) => isOnDuty(away, at(`${day}T09:00`), hours))).toEqual([true, false, false, true]);
    expect(nextDutyAt(away, at('2026-11-23T18:00'), hours)).toBe(at('2026-11-28T08:30'));
  });

  it('is no day to be on call', () => {
    expect(isOnCall(agent, at('2026-11-25T23:00'))).toBe(true);
    expect(isOnCall(away, at('2026-11-25T23:00'))).toBe(false);
  });
});

describe('上班 and 下班 by hand', () => {
  const off = {
    ...agent,
    override: { on: false, from: at('2026-11-23T10:00'), until: at('2026-11-24T00:00') },
  };

  it('holds until the end of the day, and for no instant before', () => {
    expect(isOnDuty(off, at('2026-11-23T09:59'), hours)).toBe(true);
    expect(isOnDuty(off, at('2026-11-23T10:00'), hours)).toBe(false);
    expect(isOnDuty(off, at('2026-11-24T09:00'), hours)).toBe(true);
  });
});
