import { type Rejection, reject } from '../../../contract/errors';
import { dayOf, sayDay } from '../../../contract/time';
import type { Hours } from '../documents';
import { closureOf, isWithin, saySpans, spansOf } from './hours';

/**
 * Why an appointment that is neither past nor too far ahead (contract/wish.ts) cannot be had: the community is closed that day, or at
 * that hour. Errors: APPOINTMENT_CLOSED.
 */
export function faultOfAppointment(hours: Hours, at: number, now: number): Rejection | undefined {
  const day = dayOf(at);
  const spans = spansOf(hours, day);
  if (spans.some((span) => isWithin(span, at))) return undefined;
  const appointment =
    spans.length > 0
      ? `那天${saySpans(spans)}开门，请选这里面的时间。`
      : `${sayDay(at, now)}${closureOf(hours, day) ?? '社区不开门'}，请换一天。`;
  return reject('APPOINTMENT_CLOSED', { appointment });
}
