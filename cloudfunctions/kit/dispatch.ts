import type { Mode } from '../../contract/words';
import { type Rejection, reject } from '../../contract/errors';
import {
  type Choice,
  type Circumstances,
  type Load,
  chooseAgent,
  chooseByHand,
  fits,
} from '../domain/assign';
import type { AgentDoc, CaseDoc } from '../domain/documents';
import { applyChoice } from '../domain/offer';
import type { Context } from './context';
import { hoursOf, policyFor } from './reference';
import { add, aggregate, countBy, find, get, is, isDuplicate, transact } from './store';
import { changed, replace } from './write';

const TRIES = 8;

interface When {
  at: number;
  requestId: string;
}

/**
 * Finds an agent for a submitted case and writes case and choice at once: a new case (`before` undefined) is added, a
 * known one replaced. Gives the case as written; undefined when a new one's id or number is taken, or a known one was
 * changed meanwhile.
 *
 * Two cases never take one slot: loads are counted from the cases themselves, and the transaction goes through only if
 * the agent's `turn` is still what it was before counting. Nothing is to be given back, so nothing can be lost.
 *
 * A hand that has come free goes to the oldest case it fits: `waiting` are the street's cases that nobody has, oldest
 * first, and those before this one are served before it.
 */
export async function place(
  before: CaseDoc | undefined,
  kase: CaseDoc,
  waiting: readonly CaseDoc[],
  when: When,
): Promise<CaseDoc | undefined> {
  const hours = await hoursOf(kase.unit.community);
  const queue = waiting.filter((one) => one._id !== kase._id && one.submittedAt < kase.submittedAt);
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const agents = await agentsNear(kase);
    const around = await aroundOf(kase, agents, when.at);
    const choice = chooseAgent(kase, agents, around);
    const { agent } = choice;
    const first = agent && queue.findIndex((one) => fits(one, agent, around));
    if (first !== undefined && first >= 0) {
      for (const older of queue.splice(first, 1)) await place(older, older, [], when);
      continue;
    }
    const placed = applyChoice(kase, choice, hours, when);
    const outcome = agent ? await give(before, placed, agent) : await write(before, placed);
    if (outcome === 'given') return placed;
    if (outcome === 'taken') return undefined;
  }
  // Everybody reaches for the same agents at once: keep the case, `sweep` places it within a minute.
  return (await write(before, kase)) === 'given' ? kase : undefined;
}

/** The cases of a street that nobody has, oldest first; as many as a freed hand could be meant for. */
export function waitingIn(street: string | undefined): Promise<CaseDoc[]> {
  if (street === undefined) return Promise.resolve([]);
  return find(
    'cases',
    { 'unit.street': street, state: 'submitted' },
    { orderBy: [['submittedAt', 'asc']], limit: 20 },
  );
}

/** Agents of the case's street; at most 100, as many as one read may give. */
export function agentsNear(kase: CaseDoc): Promise<AgentDoc[]> {
  if (kase.unit.street === undefined) return Promise.resolve([]);
  return find('agents', { 'unit.street': kase.unit.street }, { orderBy: [['_id', 'asc']], limit: 100 });
}

/** What the rules look at besides case and agents. */
export async function aroundOf(kase: CaseDoc, agents: AgentDoc[], now: number): Promise<Circumstances> {
  const [loads, hours, policy] = await Promise.all([
    loadsOf(agents, now),
    hoursOf(kase.unit.community),
    policyFor(kase.unit),
  ]);
  return { loads, hours, weights: policy.values.weights, now };
}

/** Open cases by agent, day and mode, with how many of them are overdue. */
export async function loadsOf(agents: AgentDoc[], now: number): Promise<Load[]> {
  if (agents.length === 0) return [];
  const overdue = aggregate.sum(aggregate.cond([aggregate.lt(['$redAt', now]), 1, 0]));
  const counted = await countBy(
    'cases',
    { holderId: is.in(agents.map((agent) => agent._id)) },
    ['holderId', 'workDay', 'mode'],
    { overdue },
  );
  return counted.map((row) => ({
    agentId: String(row._id.holderId),
    workDay: typeof row._id.workDay === 'string' ? row._id.workDay : undefined,
    mode: row._id.mode as Mode,
    count: row.count,
    overdue: Number(row.overdue),
  }));
}

/** The agent for a case that is given by hand, with the day it takes a slot of. Errors: AGENT_NOT_FOUND, AGENT_CANNOT. */
export async function byHand(
  kase: CaseDoc,
  agentId: string,
  { who, now }: Context,
): Promise<(Choice & { agent: AgentDoc }) | Rejection> {
  const agent = await get('agents', agentId);
  if (!agent) return reject('AGENT_NOT_FOUND', { agentId: '没有这位代办员。' });
  const choice = chooseByHand(kase, agent, await aroundOf(kase, [agent], now));
  if (choice.agent) return { ...choice, agent: choice.agent };
  const reason = choice.candidates[0]?.reason ?? '接不了';
  const sentence = agentId === who._id ? `您${reason},接不了这件。` : `${agent.name}${reason},请换一位。`;
  return reject('AGENT_CANNOT', { agentId: sentence });
}

/** One transaction: the agent's turn and the case. `moved`: the agent got another case since the counting. */
export async function give(
  before: CaseDoc | undefined,
  placed: CaseDoc,
  agent: AgentDoc,
): Promise<'given' | 'moved' | 'taken'> {
  const turn = { turn: agent.turn + 1, lastOfferedAt: placed.assignment?.offeredAt ?? agent.lastOfferedAt };
  try {
    return await transact(async (tx) => {
      const fresh = await tx.get('agents', agent._id);
      if (fresh?.turn !== agent.turn) return 'moved';
      if (before) {
        const current = await tx.get('cases', before._id);
        if (current?.rev !== before.rev) return 'taken';
        await tx.update('cases', before._id, changed(before, placed));
      } else {
        await tx.add('cases', placed);
      }
      await tx.update('agents', agent._id, turn);
      return 'given';
    });
  } catch (error) {
    if (isDuplicate(error)) return 'taken';
    throw error;
  }
}

async function write(before: CaseDoc | undefined, kase: CaseDoc): Promise<'given' | 'taken'> {
  const done = before ? await replace(before, kase) : await add('cases', kase);
  return done ? 'given' : 'taken';
}
