import { slotOf } from '../assignment/day-book';
import type { CaseDoc } from '../documents';
import type { Migration } from './migration';

/**
 * Until 2026-11-30 an appointment was an hour that nobody kept. A day book is a document of its own, so an open case with an
 * hour is only put before the next sweep, which writes both.
 */
export const hoursAreBooked: Migration<CaseDoc> = {
  in: 'cases',
  reads: ['rev', 'wakeAt'],
  change(kase) {
    if (kase.slot === undefined && slotOf(kase)) return kase.wakeAt === 0 ? undefined : { wakeAt: 0 };
    const { holderId, workDay, roomDay, appointmentAt } = kase;
    const takesRoom = holderId !== undefined && appointmentAt === undefined && workDay !== undefined;
    return takesRoom && roomDay === undefined ? { roomDay: workDay } : undefined;
  },
  back: 'The version before reads neither, and sweeps the case once more than it had to.',
};
