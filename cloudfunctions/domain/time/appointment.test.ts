import { instantOf } from '../../../contract/time';
import type { Hours } from '../documents';
import { faultOfAppointment } from './appointment';

const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11));
const NOW = at('2026-11-23T10:00');
const hours: Hours = {
  open: [
    ['08:30', '11:30'],
    ['13:30', '17:00'],
  ],
  saturday: [['09:00', '11:30']],
  days: [{ day: '2026-11-26', open: [], why: '停电' }],
};

it.each([
  ['2026-11-26T09:00', 'APPOINTMENT_CLOSED', '11月26日 周四社区不开门（停电），请换一天。'],
  ['2026-11-29T09:00', 'APPOINTMENT_CLOSED', '11月29日 周日社区不开门，请换一天。'],
  ['2027-01-01T09:00', 'APPOINTMENT_CLOSED', '2027年1月1日 周五元旦放假，请换一天。'],
  ['2026-11-24T12:00', 'APPOINTMENT_CLOSED', '那天能约9:00、10:00、14:00、15:00、16:00，请选一个。'],
  ['2026-11-24T16:30', 'APPOINTMENT_CLOSED', '那天能约9:00、10:00、14:00、15:00、16:00，请选一个。'],
  ['2026-11-28T11:00', 'APPOINTMENT_CLOSED', '那天能约9:00、10:00，请选一个。'],
])('%s: %s', (wall, code, appointment) => {
  expect(faultOfAppointment(hours, at(wall), NOW)).toEqual({ ok: false, code, fields: { appointment } });
});

it.each(['2026-11-24T10:00', '2026-11-28T09:00', '2027-02-19T16:00'])('%s can be had', (wall) => {
  expect(faultOfAppointment(hours, at(wall), NOW)).toBeUndefined();
});
