import { type Rejection, reject } from '../../../contract/errors';
import { limits } from '../../../contract/limits';
import type { DayView, Leave, RosterRow } from '../../../contract/models';
import { addDays, dayOf, instantOf } from '../../../contract/time';
import type { Load } from './assign';
import type { AgentDoc, Facts, Hours, OrgDoc } from '../documents';
import { isOnCall, isOnDuty, nextDutyAt, sayDuty } from './duty';

/** Who works when: leave, duty by hand, and what a roster must not leave open. */

/**
 * The agent's leaves with one more; those that ended are dropped. The same leave twice is one.
 * Errors: RANGE_BACKWARDS, LEAVE_OVERLAPS, BAD_INPUT where it is over already or longer than half a year.
 */
export function withLeave({ leaves }: AgentDoc, leave: Leave, now: number): Leave[] | Rejection {
  if (leave.to < leave.from) return reject('RANGE_BACKWARDS', { to: '结束的日子比开始的早，请改一下。' });
  if (leave.to < dayOf(now)) return reject('BAD_INPUT', { to: '这几天已经过去了，请选今天以后的。' });
  if (leave.to > addDays(leave.from, limits.leaveDays))
    return reject('BAD_INPUT', { to: `一次最多请${limits.leaveDays}天。` });
  const current = leaves.filter((one) => one.to >= dayOf(now));
  if (current.some((one) => one.from === leave.from && one.to === leave.to)) return current;
  const clash = current.find((one) => leave.from <= one.to && one.from <= leave.to);
  if (clash) return reject('LEAVE_OVERLAPS', { from: `${clash.from}到${clash.to}已经请过假了。` });
  return [...current, leave].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** 上班 or 下班 by hand, until the end of the day. */
export function dutyByHand(on: boolean, now: number): NonNullable<AgentDoc['override']> {
  return { on, from: now, until: instantOf(addDays(dayOf(now), 1)) };
}

/** An agent's roster as the journal tells it. */
export function factsOfRoster(agent: AgentDoc, grids: readonly OrgDoc[]): Facts {
  const { gridIds, skills, active, dailyCapacity, homeVisitCapacity } = agent;
  return {
    grids: gridIds.map((id) => grids.find(({ _id }) => _id === id)?.name ?? id).join('、'),
    skills: skills.join('、'),
    duty: active ? sayDuty(agent) : '不当班',
    capacity: `${dailyCapacity}件，上门${homeVisitCapacity}件`,
  };
}

/** The first grid of a community that no active agent has. */
export function uncoveredGrid(grids: readonly OrgDoc[], agents: readonly AgentDoc[]): OrgDoc | undefined {
  return grids.find((grid) => !agents.some((agent) => agent.active && agent.gridIds.includes(grid._id)));
}

/** How full an agent's day is and whether they are on duty, by the hours of their community. */
export function dayOfAgent(agent: AgentDoc, loads: readonly Load[], hours: Hours, now: number): DayView {
  const today = dayOf(now);
  const taken = loads.filter((load) => load.agentId === agent._id && load.workDay === today);
  const onDuty = agent.active && isOnDuty(agent, now, hours);
  return {
    isOnDuty: onDuty,
    isOnCall: agent.active && isOnCall(agent, now),
    nextDutyAt: onDuty ? undefined : nextDutyAt(agent, now, hours),
    today: count(taken),
    dailyCapacity: agent.dailyCapacity,
    todayVisits: count(taken.filter((load) => load.mode === 'home-visit')),
    homeVisitCapacity: agent.homeVisitCapacity,
    leaves: agent.leaves.filter((leave) => leave.to >= today),
    photo: agent.photo,
    isPhotoRefused: agent.isPhotoRefused,
  };
}

export function rosterRowOf(
  agent: AgentDoc,
  orgName: string,
  loads: readonly Load[],
  hours: Hours,
  now: number,
): RosterRow {
  const own = loads.filter((load) => load.agentId === agent._id);
  const {
    isOnDuty: onDuty,
    nextDutyAt: next,
    today,
    todayVisits,
    leaves,
  } = dayOfAgent(agent, loads, hours, now);
  return {
    id: agent._id,
    name: agent.name,
    phone: agent.phone,
    orgName,
    gridIds: agent.gridIds,
    skills: agent.skills,
    dutyWeekdays: agent.dutyWeekdays,
    dutyHours: agent.dutyHours,
    onCallWeekdays: agent.onCallWeekdays,
    dailyCapacity: agent.dailyCapacity,
    homeVisitCapacity: agent.homeVisitCapacity,
    active: agent.active,
    isOnDuty: onDuty,
    nextDutyAt: next,
    leaves,
    open: count(own),
    overdue: own.reduce((sum, load) => sum + load.overdue, 0),
    today,
    todayVisits,
  };
}

function count(loads: readonly Load[]): number {
  return loads.reduce((sum, load) => sum + load.count, 0);
}
