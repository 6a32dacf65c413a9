import type { Candidate, PolicyValues } from '../../../contract/models';
import { dayOf, instantOf, sayDay, weekdayNames, weekdayOf } from '../../../contract/time';
import { addWorkdays, nextWorkingInstant } from '../time/calendar';
import { APPOINTMENT_MS } from '../time/appointment';
import type { AgentDoc, CaseDoc, DayBookDoc, Hours } from '../documents';
import { closureOf } from '../time/hours';
import { alongOn, isBooked } from './day-book';
import { hasDutyOn, isOnCall, isOnDuty, leaveOn } from './duty';

/**
 * Who gets a case. A list of named rules, each with its reason in words a manager reads: gates say who is out, costs say
 * what a candidate costs. The least cost gets the case; ties go to the longest idle, then by id. Pure and deterministic.
 * Rules: docs/domain.md, "Assignment".
 */

export type Weights = PolicyValues['weights'];

/** Cases of one agent, counted by the day they take a slot of and the way they are handled. */
export interface Load {
  agentId: string;
  workDay?: string;
  mode: CaseDoc['mode'];
  /** open ones */
  count: number;
  /** of these, past their promised end */
  overdue: number;
  /** given since the month began, in hand or done; what was declined or lapsed is not among them */
  taken: number;
}

export type Wanted = Pick<
  CaseDoc,
  | 'unit'
  | 'category'
  | 'mode'
  | 'appointmentAt'
  | 'dueAt'
  | 'passedBy'
  | 'conflicts'
  | 'knownAgentId'
  | 'urgent'
  | 'bundle'
>;

export interface Choice {
  /** absent when no agent can take it */
  agent?: AgentDoc;
  /** the day the case takes a slot of */
  workDay: string;
  /** best first */
  candidates: Candidate[];
  /** why no agent can, in one sentence */
  failure?: string;
}

export interface Circumstances {
  loads: Load[];
  /** of the days of appointments, without what the case itself has in them */
  books?: readonly DayBookDoc[];
  hours: Hours;
  weights: Weights;
  now: number;
}

/** Without an appointment a case may wait for the next two working days rather than stay without an agent. */
const DAYS_TO_TRY = 3;

/** Cases a day of a usual agent: what a weight of the load is said for. */
const USUAL_CAPACITY = 6;

/** An agent as one case sees them at the instant it needs an agent. */
export interface Standing {
  wanted: Wanted;
  agent: AgentDoc;
  near: Near;
  own: Load[];
  at: number;
  /** of `at` */
  day: string;
  now: number;
  hours: Hours;
  weights: Weights;
  books: readonly DayBookDoc[];
  /** how often an agent may have passed the case by and still be asked */
  passes: number;
}

interface Gate {
  name: string;
  /** what it looks at besides the agent: nothing, the day, or the very hour */
  of: 'agent' | 'day' | 'hour';
  /** a manager may not give the case past this rule by hand either */
  bars: boolean;
  /** the reason, when the agent is out */
  out(one: Standing): string | undefined;
}

interface Cost {
  name: string;
  of(one: Standing): number;
  says(one: Standing): string | undefined;
  /** why an agent who costs less by this rule was taken instead */
  beaten(by: string): string;
}

const nearNames = ['同网格', '同社区', '同街道的邻近社区', '不在一个街道'] as const;
type Near = 0 | 1 | 2 | 3;

/** In the order in which a manager would ask. The first that says no gives the reason. */
export const gates: readonly Gate[] = [
  { name: 'active', of: 'agent', bars: true, out: ({ agent }) => (agent.active ? undefined : '已停岗') },
  { name: 'street', of: 'agent', bars: true, out: ({ near }) => (near === 3 ? nearNames[near] : undefined) },
  {
    name: 'skill',
    of: 'agent',
    bars: true,
    out: ({ agent, wanted }) =>
      agent.skills.includes(wanted.category) ? undefined : `不办“${wanted.category}”类事项`,
  },
  {
    name: 'conflict',
    of: 'agent',
    bars: true,
    out: ({ agent, wanted }) => (wanted.conflicts.includes(agent._id) ? '和当事人是亲属' : undefined),
  },
  {
    name: 'leave',
    of: 'day',
    bars: true,
    out({ agent, day, now }) {
      const leave = leaveOn(agent, day);
      return leave && `请假到${sayDay(instantOf(leave.to), now)}`;
    },
  },
  {
    name: 'passed',
    of: 'agent',
    bars: false,
    out: ({ agent, wanted, passes }) =>
      wanted.passedBy.filter((id) => id === agent._id).length > passes ? '问过了，没有接' : undefined,
  },
  {
    name: 'duty',
    of: 'hour',
    bars: false,
    out({ agent, wanted, at, day, hours }) {
      if (isThere(agent, at, wanted, hours) || (wanted.urgent && isOnCall(agent, at))) return undefined;
      if (hasDutyOn(agent, day, hours)) return '那个时间不当班';
      return closureOf(hours, day) ?? `${weekdayNames[weekdayOf(day)] ?? ''}不当班`;
    },
  },
  {
    name: 'capacity',
    of: 'day',
    bars: true,
    out: (one) =>
      takenOn(one) >= one.agent.dailyCapacity ? `当天已满（${one.agent.dailyCapacity}件）` : undefined,
  },
  {
    name: 'visits',
    of: 'day',
    bars: true,
    out: (one) =>
      one.wanted.mode === 'home-visit' && takenOn(one, 'home-visit') >= one.agent.homeVisitCapacity
        ? `当天上门已满（${one.agent.homeVisitCapacity}件）`
        : undefined,
  },
  {
    name: 'booked',
    of: 'hour',
    bars: true,
    out: ({ agent, books, wanted: { urgent, appointmentAt } }) =>
      !urgent && appointmentAt !== undefined && isBooked(books, agent._id, appointmentAt)
        ? '那个时间约了别的居民'
        : undefined,
  },
];

/** On duty at that instant; of an appointment that is still to come, until its end. */
function isThere(agent: AgentDoc, at: number, { urgent, appointmentAt }: Wanted, hours: Hours): boolean {
  const isToCome = !urgent && at === appointmentAt;
  return isOnDuty(agent, at, hours) && (!isToCome || isOnDuty(agent, at + APPOINTMENT_MS - 1, hours));
}

/** In the order in which they are told. */
export const costs: readonly Cost[] = [
  {
    name: 'bundle',
    of: (one) => (one.wanted.bundle?.agentId === undefined || isMate(one) ? 0 : OTHER_HAND),
    says: (one) => (isMate(one) ? '同一件事的别的几样也是他办' : undefined),
    beaten: (by) => `${by}办着同一件事`,
  },
  {
    name: 'distance',
    of: ({ near, weights }) => near * weights.distance,
    says: ({ near }) => nearNames[near],
    beaten: (by) => `${by}更近`,
  },
  {
    name: 'load',
    // How full, not how much: five in hand are more to an agent who takes five a day than to one who takes eight.
    of: ({ agent, own, weights }) =>
      (sum(own, (load) => weigh(load, weights)) * weights.load * USUAL_CAPACITY) / agent.dailyCapacity,
    says({ own }) {
      const count = sum(own, (load) => load.count);
      return `手头${count > 0 ? `${count}件` : '没有活'}`;
    },
    beaten: (by) => `${by}手头更空`,
  },
  {
    name: 'month',
    // The fair share: cases against what the agent takes a day, as capacity is counted (docs/decisions/0031).
    of: ({ agent, own, weights }) =>
      (sum(own, (load) => load.taken * weightOf(load.mode, weights)) * weights.month * USUAL_CAPACITY) /
      agent.dailyCapacity,
    says({ own }) {
      const taken = sum(own, (load) => load.taken);
      return taken > 0 ? `本月接了${taken}件` : undefined;
    },
    beaten: (by) => `${by}本月接得少`,
  },
  {
    name: 'known',
    of: (one) => (isKnown(one) ? 0 : one.weights.known),
    says: (one) => (isKnown(one) ? '住户认识' : undefined),
    beaten: (by) => `住户认识${by}`,
  },
];

/** More than all other costs together: one agent for all parts of a bundle, where the gates let them. */
const OTHER_HAND = 1_000_000;

const isMate = ({ agent, wanted }: Standing) => wanted.bundle?.agentId === agent._id;

const isKnown = ({ agent, wanted }: Standing) => agent._id === wanted.knownAgentId;
const weightOf = (mode: CaseDoc['mode'], { homeVisit }: Weights) =>
  mode === 'home-visit' ? 1 + homeVisit : 1;
const weigh = ({ mode, count, overdue }: Load, weights: Weights) =>
  count * weightOf(mode, weights) + overdue * weights.overdue;

/** Slots of the day that are taken, all or those at a door; to go along with a colleague is one of these. */
function takenOn({ own, day, agent, books }: Standing, mode?: 'home-visit'): number {
  const taken = own.filter((load) => load.workDay === day && (mode === undefined || load.mode === mode));
  return sum(taken, (load) => load.count) + alongOn(books, agent._id, day);
}

/**
 * Picks the agent for a case out of its street's agents. An agent who passed it by is asked once more when no other can
 * begin before the promise ends, and then no more.
 */
export function chooseAgent(wanted: Wanted, agents: AgentDoc[], around: Circumstances): Choice {
  let first: Choice | undefined;
  for (const tried of triesFor(wanted, around)) {
    const choice = rank(wanted, agents, around, tried);
    if (choice.agent) return choice;
    // No agent on any of the days: the reasons of the first day are those that can be mended soonest.
    first ??= choice;
  }
  return first ?? { workDay: dayOf(around.now), candidates: [] };
}

interface Try {
  at: number;
  passes: number;
}

/** In which order days and people are tried: to be asked twice is a smaller harm than a promise that is broken. */
function triesFor(wanted: Wanted, around: Circumstances): Try[] {
  const instants = neededAt(wanted, around);
  const isInTime = (at: number) => dayOf(at) <= dayOf(wanted.dueAt);
  const halves = [instants.filter(isInTime), instants.filter((at) => !isInTime(at))];
  const rounds = wanted.passedBy.length > 0 ? [0, 1] : [0];
  return halves.flatMap((half) => rounds.flatMap((passes) => half.map((at) => ({ at, passes }))));
}

/** Would this agent be offered the case in the first round of asking, were there no other agent? */
export function fits(wanted: Wanted, agent: AgentDoc, around: Circumstances): boolean {
  return neededAt(wanted, around).some((at) => rank(wanted, [agent], around, { at, passes: 0 }).agent);
}

/** Could this very agent be given the case by hand (a claim, an assignment, a hand-over)? Past ranking and roster only. */
export function chooseByHand(wanted: Wanted, agent: AgentDoc, around: Circumstances): Choice {
  const [at] = neededAt(wanted, around);
  const choice = rank(wanted, [agent], around, { at, passes: Infinity });
  const [candidate] = choice.candidates;
  return candidate?.barred ? choice : { ...choice, agent };
}

/** Could this agent come at the hour of the case, by all that the hours are shown by? */
export function chooseForHour(wanted: Wanted, agent: AgentDoc, around: Circumstances): Choice {
  return rank(wanted, [agent], around, { at: neededAt(wanted, around)[0], passes: Infinity });
}

/** All agents of the street, best first: what a manager chooses from. */
export function rankAll(wanted: Wanted, agents: AgentDoc[], around: Circumstances): Candidate[] {
  return rank(wanted, agents, around, { at: neededAt(wanted, around)[0], passes: 0 }).candidates;
}

/** Going along to a door needs no skill of its own, and who passed the case by is free all the same. */
const OF_ALONG = gates.filter(({ name }) => name !== 'skill' && name !== 'passed');

/**
 * Who can go along to the door at the hour that was agreed on (两人同行): those who are free first. Of a companion no gate is passed by
 * hand: who is not there then cannot come.
 */
export function rankCompanions(wanted: Wanted, agents: AgentDoc[], around: Circumstances): Candidate[] {
  const judged = judge(wanted, agents, around, { at: neededAt(wanted, around)[0], passes: 0 }, OF_ALONG);
  return judged
    .sort(
      (a, b) =>
        Number(!!a.gate) - Number(!!b.gate) || a.near - b.near || (a.agent._id < b.agent._id ? -1 : 1),
    )
    .map((one) => ({
      agentId: one.agent._id,
      name: one.agent.name,
      chosen: false,
      reason: one.gate?.out(one) ?? sayCosts(one, undefined),
      ...(one.gate && { barred: true }),
    }));
}

/** The instants to try: now in an emergency, the appointment, or the next working hour and the start of the days after. */
export function neededAt(
  wanted: Pick<Wanted, 'urgent' | 'appointmentAt'>,
  { hours, now }: Pick<Circumstances, 'hours' | 'now'>,
): [number, ...number[]] {
  if (wanted.urgent) return [now];
  if (wanted.appointmentAt !== undefined) return [Math.max(now, wanted.appointmentAt)];
  const first = nextWorkingInstant(hours, now);
  const later = Array.from({ length: DAYS_TO_TRY - 1 }, (_, i) => {
    const day = addWorkdays(dayOf(first), i + 1);
    return nextWorkingInstant(hours, instantOf(day));
  });
  return [first, ...later];
}

/** Each agent as this case sees them, with the first gate that keeps them out. */
function judge(
  wanted: Wanted,
  agents: readonly AgentDoc[],
  { loads, hours, weights, now, books = [] }: Circumstances,
  { at, passes }: Try,
  rules: readonly Gate[] = gates,
): (Standing & { gate?: Gate })[] {
  const day = dayOf(at);
  const loadsOf = groupBy(loads, (load) => load.agentId);
  return agents.map((agent) => {
    const near = nearness(wanted, agent);
    const one: Standing = {
      wanted,
      agent,
      near,
      own: loadsOf.get(agent._id) ?? [],
      at,
      day,
      now,
      hours,
      weights,
      books,
      passes,
    };
    return { ...one, gate: rules.find((rule) => rule.out(one) !== undefined) };
  });
}

function rank(wanted: Wanted, agents: AgentDoc[], around: Circumstances, tried: Try): Choice {
  const day = dayOf(tried.at);
  const judged = judge(wanted, agents, around, tried).map((one) => ({
    ...one,
    cost: one.gate ? 0 : sum(costs, (rule) => rule.of(one)),
  }));
  const fit = judged
    .filter((one) => !one.gate)
    .sort(
      (a, b) =>
        a.cost - b.cost ||
        a.agent.lastOfferedAt - b.agent.lastOfferedAt ||
        (a.agent._id < b.agent._id ? -1 : 1),
    );
  const best = fit[0];
  const rest = judged
    .filter((one) => one.gate)
    // First those that a manager may still give the case to by hand, then those that are barred.
    .sort(
      (a, b) =>
        Number(a.gate?.bars) - Number(b.gate?.bars) ||
        a.near - b.near ||
        (a.agent._id < b.agent._id ? -1 : 1),
    );
  const candidates = [...fit, ...rest].map((one): Candidate => ({
    agentId: one.agent._id,
    name: one.agent.name,
    chosen: one === best,
    reason: one.gate?.out(one) ?? sayCosts(one, best),
    ...(one.gate?.bars ? { barred: true } : {}),
  }));
  const failure = best ? undefined : sayFailure(wanted, judged);
  return { agent: best?.agent, workDay: day, candidates, failure };
}

function sayCosts(one: Standing, best: Standing | undefined): string {
  const said = costs.flatMap((rule) => rule.says(one) ?? []);
  if (best && one !== best) {
    const worse = costs.find((rule) => rule.of(one) > rule.of(best));
    said.push(worse?.beaten(best.agent.name) ?? `轮到${best.agent.name}`);
  }
  return said.join('，');
}

export function nearness(wanted: Wanted, agent: AgentDoc): Near {
  if (wanted.unit.grid !== undefined && agent.gridIds.includes(wanted.unit.grid)) return 0;
  if (agent.unit.community === wanted.unit.community) return 1;
  return agent.unit.street === wanted.unit.street ? 2 : 3;
}

/** Rules that say nothing about the day: there is no use in waiting for an agent whom they rule out. */
const UNABLE = ['active', 'street', 'skill'];

/** `3位会办“残疾人服务”:1位请假到11月24日 周二,2位当天已满(8件)。` */
function sayFailure({ category }: Wanted, judged: readonly (Standing & { gate?: Gate })[]): string {
  const able = judged.filter(({ gate }) => gate && !UNABLE.includes(gate.name));
  if (able.length === 0) return `本街道没有人办“${category}”类事项。`;
  const reasons = [...groupBy(able, (one) => one.gate?.out(one) ?? '')];
  const said = reasons.map(([reason, { length }]) => `${length}位${reason}`);
  return `${able.length}位会办“${category}”：${said.join('，')}。`;
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}
