import { addDays, dayOf, instantOf, weekdayNames, weekdayOf } from '../../../contract/time';
import { isWorkday } from '../time/holidays';
import { closureOf, isWithin } from '../time/hours';
import type { Leave } from '../../../contract/models';
import type { AgentDoc, Hours } from '../documents';

type Roster = Pick<AgentDoc, 'dutyWeekdays' | 'dutyHours' | 'leaves' | 'override' | 'onCallWeekdays'>;

/** The leave that a day falls in. */
export function leaveOn({ leaves }: Pick<Roster, 'leaves'>, day: string): Leave | undefined {
  return leaves.find((leave) => leave.from <= day && day <= leave.to);
}

/**
 * Is this one of the agent's days? On a make-up day every agent works, on the weekend rota or not. No agent works while on
 * leave, on a holiday with its weekends, or on a day on which the community's own hours close it. Where they open it on a
 * holiday, the agents work whose weekday it is.
 */
export function hasDutyOn(agent: Roster, day: string, hours: Hours): boolean {
  if (leaveOn(agent, day) || closureOf(hours, day) !== undefined) return false;
  const weekday = weekdayOf(day);
  return agent.dutyWeekdays.includes(weekday) || (weekday > 5 && isWorkday(day));
}

/** By the agent's own hand (上班/下班) where that holds, by the roster otherwise; never while on leave. */
export function isOnDuty(agent: Roster, at: number, hours: Hours): boolean {
  const { override } = agent;
  if (leaveOn(agent, dayOf(at))) return false;
  if (override && override.from <= at && at < override.until) return override.on;
  return hasDutyOn(agent, dayOf(at), hours) && isWithin(agent.dutyHours, at);
}

/** Can be called for urgent safety at any hour of this day. */
export function isOnCall(agent: Roster, at: number): boolean {
  const day = dayOf(at);
  return agent.onCallWeekdays.includes(weekdayOf(day)) && !leaveOn(agent, day);
}

/** Longer than any leave with a holiday behind it: a roster without a single day has no next duty. */
const DAYS_AHEAD = 200;

/** When the agent comes on duty next, from `at` on; undefined when the roster names no day. */
export function nextDutyAt(agent: Roster, at: number, hours: Hours): number | undefined {
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead += 1) {
    const day = addDays(dayOf(at), ahead);
    const start = instantOf(day, agent.dutyHours[0]);
    if (start > at && hasDutyOn(agent, day, hours)) return start;
  }
  return undefined;
}

/** `周一、周二、周四 8:30—17:00` */
export function sayDuty({
  dutyWeekdays,
  dutyHours: [from, to],
}: Pick<AgentDoc, 'dutyWeekdays' | 'dutyHours'>): string {
  const days = dutyWeekdays.map((weekday) => weekdayNames[weekday]).join('、');
  return `${days} ${from.replace(/^0/, '')}—${to}`;
}
