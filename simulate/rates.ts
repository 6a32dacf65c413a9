import type { ServiceItem } from '../contract/models';
import type { Mode } from '../contract/words';

/**
 * How a month goes, as far as the demo community does not say it itself (its items, grids, households, skills, duty and
 * capacities are taken as they are). Assumptions, all in this file: a community that knows better replays its own month
 * (`--export`).
 */
export const rates = {
  /** requests by the hour of day; a fifth comes from a phone while the station is closed */
  hours: [
    [7, 4],
    [8, 10],
    [9, 16],
    [10, 15],
    [11, 9],
    [12, 4],
    [13, 7],
    [14, 11],
    [15, 9],
    [16, 6],
    [18, 3],
    [19, 4],
    [20, 3],
    [22, 1],
  ],
  /** by weekday, 1 = Monday; a holiday is like a Sunday, a make-up day like the weekday it is */
  weekdays: [0, 1.25, 1.05, 1, 1, 0.95, 0.3, 0.15],
  /** the way a case is handled: an item's own ways in the order it names them */
  modes: [5, 3, 2, 1],
  /** of the home visits, how many name an hour; those by appointment always do */
  visitsByAppointment: 0.5,
  /** working days ahead of an appointment */
  appointmentDays: [
    [1, 4],
    [2, 3],
    [3, 2],
    [5, 1],
  ],
  /** households whose contact card names the agent of their grid */
  knowing: 0.6,
  /** an agent who is family of the resident who asks, among the agents of the street */
  family: 0.002,
  /** offers that are declined */
  declined: 0.06,
  /** working minutes until an answer, on the mean: one in twelve is longer than the 30 of the standard policy and lapses */
  answerMinutes: 12,
  /** times as long for an agent who is not on duty when asked */
  offDutyAnswer: 3,
  /** agents who are away for some days of the month, and for how many */
  onLeave: 0.1,
  leaveDays: 5,
  /** how full one community is against another: from 1 − this to 1 + this */
  unevenness: 0.2,
  /** of a step's promised days, how many it takes: offices are mostly early and sometimes late */
  stepPace: [
    [0.3, 3],
    [0.5, 5],
    [0.7, 4],
    [0.9, 2],
    [1.2, 0.8],
    [1.8, 0.3],
  ],
} as const;

/** Working days from the one a case's work begins on to the one it ends on: each step at its own pace, the promise in view. */
export function workdaysOf(
  { steps }: ServiceItem,
  promised: number,
  paceOf: (step: number) => number,
): number {
  const planned = steps.reduce((sum, step) => sum + step.workingDays, 0);
  const taken = steps.reduce((sum, step, i) => sum + step.workingDays * paceOf(i), 0);
  return planned === 0 ? 0 : Math.max(0, Math.ceil((taken / planned) * promised) - 1);
}

/** An item's ways with how often each is chosen. */
export function modesOf({ modes }: ServiceItem): [Mode, number][] {
  return modes.map((mode, i) => [mode, rates.modes[i] ?? 1]);
}
