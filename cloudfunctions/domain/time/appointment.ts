import { type Rejection, reject } from '../../../contract/errors';
import { dayOf, instantOf, sayDay, timeOf } from '../../../contract/time';
import type { Hours } from '../documents';
import { closureOf, spansOf } from './hours';

const HOUR_MS = 3_600_000;

/** How long an appointment is. */
export const APPOINTMENT_MS = HOUR_MS;

/** The instants of a day that can be agreed on: whole hours, as people say them, that lie inside the community's own. */
export function hoursToAgreeOn(hours: Hours, day: string): number[] {
  return spansOf(hours, day).flatMap(([open, close]) => {
    const first = Math.ceil(Number(open.slice(0, 2)) + Number(open.slice(3)) / 60);
    const last = Number(close.slice(0, 2));
    return Array.from(
      { length: Math.max(0, last - first) },
      (_, i) => instantOf(day) + (first + i) * HOUR_MS,
    );
  });
}

/**
 * Why an appointment that is neither past nor too far ahead (contract/wish.ts) cannot be had, whoever would come: the community is
 * closed that day, or it is none of the hours that can be agreed on. Errors: APPOINTMENT_CLOSED.
 */
export function faultOfAppointment(hours: Hours, at: number, now: number): Rejection | undefined {
  const day = dayOf(at);
  const had = hoursToAgreeOn(hours, day);
  if (had.includes(at)) return undefined;
  const said = had.map((one) => timeOf(one).replace(/^0/, '')).join('、');
  const appointment =
    had.length > 0
      ? `那天能约${said}，请选一个。`
      : `${sayDay(at, now)}${closureOf(hours, day) ?? '社区不开门'}，请换一天。`;
  return reject('APPOINTMENT_CLOSED', { appointment });
}
