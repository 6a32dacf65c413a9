import { instantOf } from './time';
import { lacks } from './wish';

const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11));
const NOW = at('2026-11-23T10:00');
const faultsOf = (wall: string) =>
  lacks({ mode: 'counter', phone: '13900000000', appointmentAt: at(wall) }, undefined, NOW);

it.each([
  ['2026-11-23T10:00', 'APPOINTMENT_PAST', '这个时间已经过了，请选以后的时间。'],
  ['2027-02-22T00:00', 'APPOINTMENT_TOO_FAR', '最远约到2027年2月21日 周日，请选早一点的日子。'],
  ['3026-11-23T10:00', 'APPOINTMENT_TOO_FAR', '最远约到2027年2月21日 周日，请选早一点的日子。'],
  ['9999-12-31T09:00', 'APPOINTMENT_TOO_FAR', '最远约到2027年2月21日 周日，请选早一点的日子。'],
])('an appointment at %s is refused: %s', (wall, code, sentence) => {
  expect(faultsOf(wall)).toEqual([{ code, field: 'appointment', sentence }]);
});

it.each(['2026-11-23T10:01', '2027-02-21T23:59'])('an appointment at %s lies within the horizon', (wall) => {
  expect(faultsOf(wall)).toEqual([]);
});
