import { instantOf } from '../../../contract/time';
import {
  clockOfDays,
  clockOfHours,
  cardOf,
  passed,
  pauseEnd,
  provisionalYear,
  shiftedInstant,
} from './clock';
import { itemOf, officeHours as hours, opened } from '../../../tests/support/world';

const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11));
const hourMs = 3_600_000;

describe('first response', () => {
  it.each([
    ['2026-11-23T10:00', '2026-11-24T10:00', 'the same hour of the next day'],
    ['2026-11-27T16:00', '2026-11-30T16:00', 'over the weekend'],
    ['2026-11-28T09:00', '2026-12-01T00:00', 'asked on a Saturday: Monday is its day'],
    ['2026-02-13T10:00', '2026-02-14T10:00', 'the make-up Saturday before Spring Festival counts'],
    ['2026-02-14T15:00', '2026-02-24T15:00', 'over Spring Festival 2026'],
    ['2025-01-27T15:00', '2025-02-05T15:00', 'over Spring Festival 2025'],
    ['2026-09-30T15:00', '2026-10-08T15:00', 'over National Day 2026'],
    ['2025-09-30T15:00', '2025-10-09T15:00', 'over National Day and Mid-Autumn 2025'],
  ])('%s → %s: %s', (from, due) => {
    expect(clockOfHours('workdays', hours, at(from), 24).dueAt).toBe(at(due));
  });

  it('is two hours day and night for urgent safety', () => {
    const { clocks } = opened(
      { item: itemOf('report-issue'), subtype: 'manhole', mode: 'online' },
      at('2026-11-28T23:00'),
    );
    expect(clocks.response?.dueAt).toBe(at('2026-11-29T01:00'));
  });
});

describe('an offer', () => {
  it.each([
    ['2026-11-23T10:00', '2026-11-23T10:30', 'half an hour'],
    ['2026-11-23T11:15', '2026-11-23T13:45', 'over lunch'],
    ['2026-11-23T16:50', '2026-11-24T08:50', 'over night'],
    ['2026-11-27T17:30', '2026-11-30T09:00', 'after hours on a Friday'],
    ['2026-10-10T16:45', '2026-10-12T08:45', 'a make-up Saturday is worked'],
  ])('made %s is answered by %s: %s', (from, due) => {
    expect(clockOfHours('office', hours, at(from), 0.5).dueAt).toBe(at(due));
  });

  it('tells the working minutes that are left', () => {
    const { dueAt } = clockOfHours('office', hours, at('2026-11-23T11:15'), 0.5);
    expect(passed('office', hours, at('2026-11-23T11:20'), dueAt) / 60_000).toBe(25);
    expect(passed('office', hours, at('2026-11-23T12:30'), dueAt) / 60_000).toBe(15);
    expect(passed('office', hours, at('2026-11-23T14:00'), dueAt)).toBe(0);
  });
});

describe('a promise', () => {
  // Ten working days of 6.5 hours from Monday 10:00: 5 of the first day are left.
  const clock = clockOfDays(hours, at('2026-11-23T10:00'), 10);

  it('is due when the community closes on the last of its days', () => {
    expect(clock.dueAt).toBe(at('2026-12-07T17:00'));
  });

  it('is yellow from four fifths of its working time on, and red at its end', () => {
    expect(clock.warnAt).toBe(at('2026-12-03T16:00'));
    expect(cardOf(clock, clock.warnAt - 1)).toBeUndefined();
    expect(cardOf(clock, clock.warnAt)).toBe('yellow');
    expect(cardOf(clock, clock.dueAt)).toBe('red');
    expect(cardOf({ ...clock, stoppedAt: clock.dueAt + 1 }, clock.dueAt + 2)).toBeUndefined();
  });

  it('is not due before the appointment’s day', () => {
    const appointmentAt = at('2026-12-21T09:00');
    expect(opened({ appointmentAt }).dueAt).toBe(at('2026-12-21T17:00'));
  });

  it('names the year that is only a guess', () => {
    expect(provisionalYear([at('2026-12-31T17:00')])).toBeUndefined();
    expect(provisionalYear([at('2027-01-05T17:00'), at('2026-12-31T17:00')])).toBe('2027');
    expect(opened({}, at('2026-12-28T10:00')).provisionalYear).toBe('2027');
  });
});

describe('the steps of an item', () => {
  it('are each due when the days of all up to it have passed', () => {
    expect(opened().steps.map(({ name, dueAt, doneAt }) => [name, dueAt, doneAt !== undefined])).toEqual([
      ['说出需求', at('2026-11-23T17:00'), true],
      ['上门登记代办', at('2026-11-23T17:00'), false],
      ['录入报送', at('2026-11-24T17:00'), false],
      ['医院评残', at('2026-11-24T17:00'), false],
      ['社区公示', at('2026-12-01T17:00'), false],
      ['区残联审核发证', at('2026-12-07T17:00'), false],
      ['送证上门', at('2026-12-07T17:00'), false],
    ]);
  });
});

describe('a pause', () => {
  it('moves what is ahead by just the working time that was waited, to the minute', () => {
    const due = at('2026-12-07T17:00');
    const move = (from: string, to: string) => shiftedInstant(due, hours, at(from), at(to));
    expect(move('2026-11-24T16:00', '2026-11-24T18:00')).toBe(at('2026-12-08T09:30'));
    expect(move('2026-11-24T11:00', '2026-11-25T09:00')).toBe(at('2026-12-08T15:00'));
    expect(move('2026-11-28T09:00', '2026-11-29T18:00')).toBe(due);
    expect(move('2026-12-08T09:00', '2026-12-09T09:00')).toBe(due);
  });

  it('ends at the cap, counted over all pauses of a case', () => {
    expect(pauseEnd(hours, at('2026-11-24T10:00'), 20, 0)).toBe(at('2026-12-22T17:00'));
    const dayMs = 6.5 * hourMs;
    expect(pauseEnd(hours, at('2026-11-24T10:00'), 20, 19 * dayMs)).toBe(at('2026-11-25T17:00'));
    expect(pauseEnd(hours, at('2026-11-24T10:00'), 20, 30 * dayMs)).toBe(at('2026-11-24T10:00'));
  });
});
