import { randomBytes } from 'node:crypto';
import { isRejection, reject } from '../../contract/errors';
import { isAtHome } from '../../contract/deeds';
import { sayTime } from '../../contract/time';
import { lacks } from '../../contract/wish';
import { isOfStaff } from '../domain/case/complaint';
import { saysOfPromise, withOwnHour } from '../domain/case/pause';
import { bookedFor } from '../domain/case/visit';
import { fourDigits } from '../domain/codes';
import { faultOfAppointment } from '../domain/time/appointment';
import { stepBy, takeStep } from '../kit/cases';
import { comesAt } from '../kit/dispatch';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/**
 * An hour is agreed on, or another one (改约): the agent who has the case must be free then; a case without an agent is offered to
 * one who is. The promise moves with the hour where the resident's side chose it, and with no other. Errors: APPOINTMENT_PAST, APPOINTMENT_TOO_FAR, APPOINTMENT_CLOSED, SLOT_GONE, NO_VISIT for a complaint of the staff.
 */
export const book: HandlerOf<'cases.book'> = (context, { caseId, appointment: at }) =>
  takeStep(context, 'book', caseId, async (kase) => {
    const { now } = context;
    if (isOfStaff(kase)) return reject('NO_VISIT', { caseId: '投诉由管理员来查，不约时间。' });
    const { mode, contact, holderId } = kase;
    const lack = lacks({ mode, ...contact, appointmentAt: at }, undefined, now).find(
      ({ field }) => field === 'appointment',
    );
    if (lack) return reject(lack.code, { appointment: lack.sentence });
    const hours = await hoursOf(kase.unit.community);
    const fault = faultOfAppointment(hours, at, now);
    if (fault) return fault;
    const { part } = stepBy(context, kase, 'book').by;
    const booked = bookedFor(kase, at, fourDigits(randomBytes(8)), part);
    const change = isAtHome(part)
      ? { ...booked, ...withOwnHour({ ...kase, ...booked }, hours, now) }
      : booked;
    const text = [sayTime(at, now), saysOfPromise({ ...kase, ...change }, now)].filter(Boolean).join('，');
    if (holderId === undefined) return { text, seeks: true, change: { ...change, dispatchAt: now } };
    const choice = await comesAt(kase, at, now);
    if (isRejection(choice)) return choice;
    return { text, gives: choice.agent, change: { ...change, workDay: choice.workDay } };
  });
