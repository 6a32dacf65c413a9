import type { Candidate } from '../../contract/models';
import { dayOf, instantOf, weekdayNames, weekdayOf } from '../../contract/time';
import { addWorkdays, nextWorkingInstant } from './calendar';
import type { AgentDoc, CaseDoc, Hours } from './documents';
import { hasDutyOn, isOnDuty } from './duty';

/**
 * Who gets a case. Rules: design/domain.md, "Assignment": grid, then community, then street; skill; on duty when the
 * case needs somebody; capacity; no decline on this case; then least load, the agent the household knows, longest
 * idle, and the id. Pure and deterministic; every candidate keeps the reason it was taken or passed over.
 */

/** Open cases of one agent, counted by the day they take a slot of and the way they are handled. */
export interface Load {
  agentId: string;
  workDay?: string;
  mode: CaseDoc['mode'];
  count: number;
  /** of these, past their promised end */
  overdue: number;
}

export type Wanted = Pick<
  CaseDoc,
  'unit' | 'category' | 'mode' | 'appointmentAt' | 'declinedBy' | 'knownAgentId'
>;

export interface Choice {
  /** absent when nobody can take it */
  agent?: AgentDoc;
  /** the day the case takes a slot of */
  workDay: string;
  candidates: Candidate[];
}

/** A home visit takes a walk and a talk; an overdue case needs a hand free. */
const HOME_VISIT_WEIGHT = 2;
const OVERDUE_WEIGHT = 1;
/** Without an appointment a case may wait for the next two working days rather than for nobody. */
const DAYS_TO_TRY = 3;

/** Picks the agent for a case out of its street's agents. */
export function chooseAgent(
  wanted: Wanted,
  agents: AgentDoc[],
  loads: Load[],
  hours: Hours,
  now: number,
): Choice {
  const [soonest, ...later] = neededAt(wanted, hours, now);
  const first = chooseFor(wanted, agents, loads, soonest);
  if (first.agent) return first;
  for (const at of later) {
    const choice = chooseFor(wanted, agents, loads, at);
    if (choice.agent) return choice;
  }
  // Nobody on any of the days: the reasons of the first are those that can be mended soonest.
  return first;
}

/** The instants to try: the appointment, or the next working hour and the start of the working days after it. */
function neededAt(wanted: Wanted, hours: Hours, now: number): [number, ...number[]] {
  if (wanted.appointmentAt !== undefined) return [wanted.appointmentAt];
  const first = nextWorkingInstant(hours, now);
  const later = Array.from({ length: DAYS_TO_TRY - 1 }, (_, i) => {
    const day = addWorkdays(dayOf(first), i + 1);
    return nextWorkingInstant(hours, instantOf(day));
  });
  return [first, ...later];
}

function chooseFor(wanted: Wanted, agents: AgentDoc[], loads: Load[], at: number): Choice {
  const workDay = dayOf(at);
  const judged = agents.map((agent) => {
    const own = loads.filter((load) => load.agentId === agent._id);
    const near = nearness(wanted, agent);
    const why = obstacle(wanted, agent, near, own, at);
    return { agent, near, count: sum(own, (load) => load.count), weight: sum(own, weightOf), why };
  });
  const fit = judged
    .filter((one) => one.why === undefined)
    .sort(
      (a, b) =>
        a.near - b.near ||
        a.weight - b.weight ||
        Number(b.agent._id === wanted.knownAgentId) - Number(a.agent._id === wanted.knownAgentId) ||
        a.agent.lastOfferedAt - b.agent.lastOfferedAt ||
        (a.agent._id < b.agent._id ? -1 : 1),
    );
  const best = fit[0];
  const rest = judged
    .filter((one) => one.why !== undefined)
    .sort((a, b) => a.near - b.near || (a.agent._id < b.agent._id ? -1 : 1));
  const candidates = [...fit, ...rest].map((one) => ({
    agentId: one.agent._id,
    name: one.agent.name,
    chosen: one === best,
    reason:
      one.why ??
      [
        nearNames[one.near],
        `手头${one.count > 0 ? `${one.count}件` : '没有活'}`,
        one.agent._id === wanted.knownAgentId && '住户认识',
        best && one !== best && passedOver(one, best),
      ]
        .filter(Boolean)
        .join(','),
  }));
  return { agent: best?.agent, workDay, candidates };
}

const nearNames = ['同网格', '同社区', '同街道的邻近社区', '不在一个街道'] as const;

type Near = 0 | 1 | 2 | 3;

function nearness(wanted: Wanted, agent: AgentDoc): Near {
  if (wanted.unit.grid !== undefined && agent.gridIds.includes(wanted.unit.grid)) return 0;
  if (agent.unit.community === wanted.unit.community) return 1;
  return agent.unit.street === wanted.unit.street ? 2 : 3;
}

/** Why an agent cannot take the case, in words a manager reads; undefined when nothing stands in the way. */
function obstacle(wanted: Wanted, agent: AgentDoc, near: Near, own: Load[], at: number): string | undefined {
  if (!agent.active) return '已停岗';
  if (near === 3) return nearNames[near];
  if (!agent.skills.includes(wanted.category)) return `不办“${wanted.category}”类事项`;
  if (wanted.declinedBy.includes(agent._id)) return '已婉拒过这件';
  const workDay = dayOf(at);
  if (!hasDutyOn(agent, workDay)) return `${weekdayNames[weekdayOf(workDay)] ?? ''}不当班`;
  if (!isOnDuty(agent, at)) return '那个时间不当班';
  const today = own.filter((load) => load.workDay === workDay);
  if (sum(today, (load) => load.count) >= agent.dailyCapacity) return `当天已满(${agent.dailyCapacity}件)`;
  const visits = sum(
    today.filter((load) => load.mode === 'home-visit'),
    (load) => load.count,
  );
  if (wanted.mode === 'home-visit' && visits >= agent.homeVisitCapacity)
    return `当天上门已满(${agent.homeVisitCapacity}件)`;
  return undefined;
}

function passedOver(
  one: { near: number; weight: number },
  best: { near: number; weight: number; agent: AgentDoc },
): string {
  if (one.near > best.near) return `${best.agent.name}更近`;
  return one.weight > best.weight ? `${best.agent.name}手头更少` : `轮到${best.agent.name}`;
}

function weightOf(load: Load): number {
  return load.count * (load.mode === 'home-visit' ? HOME_VISIT_WEIGHT : 1) + load.overdue * OVERDUE_WEIGHT;
}

function sum<T>(list: T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}
