import { addDays, dayOf, instantOf } from '../contract/time';
import { addWorkdays, closingOf, workdaysBetween } from '../cloudfunctions/domain/time/calendar';
import type { AgentDoc, Hours } from '../cloudfunctions/domain/documents';
import { hasDutyOn, isOnCall } from '../cloudfunctions/domain/assignment/duty';
import { standard } from '../cloudfunctions/domain/policy';
import type { Ask, Month } from './month';

/** How a case is worked on, the same in every replay and in hindsight. */

const DAYS_AHEAD = 60;

/** The first day from `day` on that the agent works on. */
export function firstDuty(
  agent: AgentDoc,
  ask: Pick<Ask, 'item' | 'subtype'>,
  day: string,
  hours: Hours,
): string {
  for (let ahead = 0, one = day; ahead < DAYS_AHEAD; ahead += 1, one = addDays(one, 1)) {
    if (hasDutyOn(agent, one, hours) || (isUrgent(ask) && isOnCall(agent, instantOf(one)))) return one;
  }
  return day;
}

export function isUrgent({ item, subtype }: Pick<Ask, 'item' | 'subtype'>): boolean {
  return item.subtypes.some((one) => one.code === subtype && one.urgency === 'urgent');
}

/**
 * When the case is done. Once it is accepted, its work begins on the agent's first day of duty from its slot on, takes its
 * working days, and ends when the community closes. So a slot is held for all of its day.
 */
export function endOf(ask: Ask, agent: AgentDoc, workDay: string, acceptedAt: number, hours: Hours): number {
  const accepted = dayOf(acceptedAt);
  const begins = firstDuty(agent, ask, accepted > workDay ? accepted : workDay, hours);
  return Math.max(acceptedAt, closingOf(hours, addWorkdays(begins, ask.workdays)));
}

/**
 * What a case adds to its agent's share of the month: one, and a home visit as much more as in the standard policy. It is
 * the coin that capacity is counted in (docs/decisions/0031), and the same for every agent.
 */
export function burdenOf({ mode }: Ask): number {
  return mode === 'home-visit' ? 1 + standard.weights.homeVisit : 1;
}

/** The same for each working day of the month that the case is in hand: what an agent has to keep in mind. */
export function daysInHandOf(ask: Ask, { to }: Month): number {
  const begins = dayOf(Math.max(ask.at, ask.appointmentAt ?? 0));
  return burdenOf(ask) * Math.min(1 + ask.workdays, 1 + workdaysBetween(begins, to));
}

/** Is it a visit to a household of another agent's grid? */
export function isOutside({ mode, resident }: Ask, agent: AgentDoc): boolean {
  return mode === 'home-visit' && !agent.gridIds.includes(resident.unit.grid ?? '');
}

/** What an agent's share is held against: the day's capacity, while they are at work at all. */
export function capacityOf({ active, dailyCapacity }: AgentDoc): number {
  return active ? dailyCapacity : 0;
}

/** All cases against the capacity of all agents. */
export function meanLoad(month: Month): number {
  const burden = month.asks.reduce((sum, ask) => sum + burdenOf(ask), 0);
  return burden / month.agents.reduce((sum, agent) => sum + capacityOf(agent), 0);
}
