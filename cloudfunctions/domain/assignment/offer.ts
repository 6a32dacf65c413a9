import { leadsTo } from '../../../contract/deeds';
import { type Rejection, reject } from '../../../contract/errors';
import { conflictReason } from '../../../contract/words';
import type { Choice } from './assign';
import { clockOfHours } from '../time/clock';
import type { Actor, AgentDoc, Assignment, CaseDoc, CaseEvent, Clock, Hours } from '../documents';
import { isOnDuty, nextDutyAt } from './duty';
import { raise } from '../case/escalation';
import { resumed } from '../case/pause';
import { settle, withId } from '../case/settle';
import { type Change, type Step, type When, mustAdvance, system } from '../case/timeline';

/** How a case comes into an agent's hands and out of them. Rules: docs/domain.md, "Assignment". */

/** How soon a case that no agent could take is looked at again. */
const RETRY_MS = 10 * 60_000;
const MINUTES_AN_HOUR = 60;

/** The case offered to the agent that the assignment chose, or marked as waiting, and taken up, when there is none. */
export function applyChoice(kase: CaseDoc, choice: Choice, hours: Hours, when: When): CaseDoc {
  const { agent, candidates, failure } = choice;
  if (agent) {
    const step: Step = { do: 'offer', by: system, ...when, agent: nameOf(agent) };
    return mustAdvance(kase, step, { ...offeredTo(kase, agent, choice.workDay, hours, when.at), candidates });
  }
  const waiting: Change = { candidates, failure, dispatchAt: when.at + RETRY_MS };
  const unassigned = isKnownToWait(kase)
    ? settle({ ...kase, ...waiting }, when.at)
    : mustAdvance(kase, { do: 'unassigned', by: system, ...when }, waiting);
  return raise(unassigned, 'dispatch', hours, when);
}

/** The timeline says once that no agent was found, not every ten minutes. */
function isKnownToWait(kase: CaseDoc): boolean {
  const isNews = ({ do: deed }: CaseEvent) => deed === 'unassigned' || leadsTo(deed, 'submitted');
  return kase.events.findLast(isNews)?.do === 'unassigned';
}

/** What an offer sets: the agent is asked, and the clock of the answer runs. */
export function offeredTo(
  kase: CaseDoc,
  agent: AgentDoc,
  workDay: string,
  hours: Hours,
  now: number,
): Change {
  return {
    holderId: agent._id,
    assignment: { ...cardOf(agent), offeredAt: now },
    workDay,
    clocks: { ...kase.clocks, offer: answerClock(kase, agent, hours, now) },
  };
}

/** What giving it by hand sets. Who was picked by name is no stranger to it later: they neither verify nor call back. */
export function assignedTo(...[kase, agent, workDay, hours, now]: Parameters<typeof offeredTo>): Change {
  return {
    ...offeredTo(kase, agent, workDay, hours, now),
    handover: undefined,
    agentIds: withId(kase.agentIds, agent._id),
  };
}

/** What the yes of the agent who was asked sets. */
export function acceptedAt({ assignment }: CaseDoc, now: number): Change {
  return { assignment: assignment && { ...assignment, acceptedAt: now } };
}

/** Who had the case before this step. */
export function holderOf({ assignment }: CaseDoc): Pick<Actor, 'id' | 'name'> | undefined {
  return assignment && { id: assignment.agentId, name: assignment.agentName };
}

/** What a claim sets: the agent has asked for it, so there is nothing to answer. */
export function claimedBy(agent: AgentDoc, workDay: string, now: number): Change {
  return {
    holderId: agent._id,
    assignment: { ...cardOf(agent), offeredAt: now, acceptedAt: now },
    workDay,
  };
}

/**
 * May the agent who has this case ask this colleague to take it over? Errors: AGENT_CANNOT, HANDOVER_PENDING,
 * HANDOVER_LIMIT.
 */
export function handable(kase: CaseDoc, holderId: string, agentId: string): Rejection | undefined {
  if (agentId === holderId) return reject('AGENT_CANNOT', { agentId: '这件已经在您手上，请选一位同事。' });
  if (kase.handover)
    return reject('HANDOVER_PENDING', { agentId: `已经请${kase.handover.agentName}接手，等他答复。` });
  return kase.handovers >= kase.terms.handovers
    ? reject('HANDOVER_LIMIT', { caseId: `已经转过${kase.handovers}回了。` })
    : undefined;
}

/** A case is handed over from hand to hand: to a colleague who is there. Errors: AGENT_CANNOT. */
export function reachable(agent: AgentDoc, hours: Hours, now: number): Rejection | undefined {
  return isOnDuty(agent, now, hours)
    ? undefined
    : reject('AGENT_CANNOT', { agentId: `${agent.name}现在不当班，请换一位。` });
}

/** What asking a colleague sets. The holder answers for the case until the colleague says yes. */
export function handedTo(kase: CaseDoc, agent: AgentDoc, reason: string, hours: Hours, now: number): Change {
  return {
    handover: { ...cardOf(agent), reason, at: now },
    clocks: { ...kase.clocks, offer: answerClock(kase, agent, hours, now) },
  };
}

/** What a colleague's yes sets. */
export function takenOver(kase: CaseDoc, agent: AgentDoc, workDay: string, now: number): Change {
  return { ...claimedBy(agent, workDay, now), handover: undefined, handovers: kase.handovers + 1 };
}

/** What a no to an offer, or no answer, sets: the case is without an agent and given out again. Never held against the agent. */
export function passedBy(kase: CaseDoc, agentId: string, now: number, reason?: string): Change {
  return {
    assignment: undefined,
    passedBy: [...kase.passedBy, agentId],
    conflicts: reason === conflictReason ? [...kase.conflicts, agentId] : kase.conflicts,
    dispatchAt: now,
  };
}

/** What it sets that the case's agent is gone: the case is without an agent, and a pause of its clock is over. */
export function released(kase: CaseDoc, hours: Hours, now: number): Change {
  return { ...resumed(kase, hours, now), assignment: undefined, handover: undefined, dispatchAt: now };
}

/** What a colleague's no, or no answer, sets. */
export const stays: Change = { handover: undefined };

/** An agent as a case remembers them. */
function cardOf({ _id, name, phone }: AgentDoc): Pick<Assignment, 'agentId' | 'agentName' | 'agentPhone'> {
  return { agentId: _id, agentName: name, agentPhone: phone };
}

export function nameOf({ _id: id, name }: AgentDoc): Pick<Actor, 'id' | 'name'> {
  return { id, name };
}

/** The time to answer runs while the agent is there: for an agent who comes on duty tomorrow, from then on. Safety never waits. */
function answerClock({ urgent, terms }: CaseDoc, agent: AgentDoc, hours: Hours, now: number): Clock {
  const isThere = urgent || isOnDuty(agent, now, hours);
  const from = isThere ? now : (nextDutyAt(agent, now, hours) ?? now);
  return clockOfHours(urgent ? 'always' : 'office', hours, from, terms.offerMinutes / MINUTES_AN_HOUR);
}
