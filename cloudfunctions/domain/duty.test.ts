import { instantOf } from '../../contract/time';
import { isOnDuty, nextDutyAt, sayDuty } from './duty';

const agent = { dutyWeekdays: [1, 2, 4, 6], dutyHours: ['08:30', '17:00'] as [string, string] };
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
  expect(isOnDuty(agent, at(time))).toBe(expected);
});

it('knows when they come next', () => {
  expect(nextDutyAt(agent, at('2026-11-24T18:00'))).toBe(at('2026-11-26T08:30'));
  expect(nextDutyAt(agent, at('2026-11-24T07:00'))).toBe(at('2026-11-24T08:30'));
  expect(nextDutyAt({ ...agent, dutyWeekdays: [] }, at('2026-11-23T09:00'))).toBeUndefined();
});

it('says it as people do', () => {
  expect(sayDuty(agent)).toBe('周一、周二、周四、周六 8:30—17:00');
});
