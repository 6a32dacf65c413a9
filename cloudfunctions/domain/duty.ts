import { addDays, dayOf, instantOf, weekdayNames, weekdayOf } from '../../contract/time';
import { isWithin, isWorkday } from './calendar';
import type { AgentDoc } from './documents';

type Roster = Pick<AgentDoc, 'dutyWeekdays' | 'dutyHours'>;

/** Is this one of the agent's days? A make-up day is worked like the weekday it replaces, whoever is on the weekend rota. */
export function hasDutyOn(agent: Roster, day: string): boolean {
  const weekday = weekdayOf(day);
  if (weekday <= 5) return isWorkday(day) && agent.dutyWeekdays.includes(weekday);
  return isWorkday(day) || agent.dutyWeekdays.includes(weekday);
}

export function isOnDuty(agent: Roster, at: number): boolean {
  return hasDutyOn(agent, dayOf(at)) && isWithin(agent.dutyHours, at);
}

/** Longer than any holiday: a roster without a single day has no next duty. */
const DAYS_AHEAD = 30;

/** When the agent comes on duty next, from `at` on; undefined when the roster names no day. */
export function nextDutyAt(agent: Roster, at: number): number | undefined {
  const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => addDays(dayOf(at), ahead));
  return days
    .filter((day) => hasDutyOn(agent, day))
    .map((day) => instantOf(day, agent.dutyHours[0]))
    .find((start) => start > at);
}

/** `周一、周二、周四 8:30—17:00` */
export function sayDuty({ dutyWeekdays, dutyHours: [from, to] }: Roster): string {
  const days = dutyWeekdays.map((weekday) => weekdayNames[weekday]).join('、');
  return `${days} ${from.replace(/^0/, '')}—${to}`;
}
