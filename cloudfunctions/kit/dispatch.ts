import type { Mode } from '../../contract/words';
import { type Load, chooseAgent } from '../domain/assign';
import { applyChoice } from '../domain/case';
import type { AgentDoc, CaseDoc } from '../domain/documents';
import { changed, replace } from './cases';
import { hoursOf } from './reference';
import { add, aggregate, countBy, find, is, isDuplicate, transact } from './store';

const TRIES = 8;

/**
 * Finds an agent for a submitted case and writes case and choice at once: a new case is added, a known one replaced.
 * Gives the case as written; undefined when a new one's id or number is taken, or a known one was changed meanwhile.
 *
 * Two cases never take one slot: loads are counted from the cases themselves, and the transaction goes through only
 * if the agent's `turn` is still what it was before counting. Nothing is to be given back, so nothing can be lost.
 */
export async function place(
  kase: CaseDoc,
  write: 'add' | 'replace',
  requestId: string,
  now: number,
): Promise<CaseDoc | undefined> {
  const hours = await hoursOf(kase.unit.community);
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const agents = await agentsNear(kase);
    const choice = chooseAgent(kase, agents, await loadsOf(agents, now), hours, now);
    const placed = applyChoice(kase, choice, requestId, now);
    if (!choice.agent) {
      const written = write === 'add' ? await add('cases', placed) : await replace(kase, placed);
      return written ? placed : undefined;
    }
    const outcome = await give(kase, placed, choice.agent, write, now);
    if (outcome === 'given') return placed;
    if (outcome === 'taken') return undefined;
  }
  // Everybody reaches for the same agents at once: keep the case, `sweep` places it within a minute.
  if (write === 'replace') return kase;
  return (await add('cases', kase)) ? kase : undefined;
}

/** Agents of the case's street; at most 100, as many as one read may give. */
function agentsNear(kase: CaseDoc): Promise<AgentDoc[]> {
  if (kase.unit.street === undefined) return Promise.resolve([]);
  return find('agents', { 'unit.street': kase.unit.street }, { orderBy: [['_id', 'asc']], limit: 100 });
}

async function loadsOf(agents: AgentDoc[], now: number): Promise<Load[]> {
  if (agents.length === 0) return [];
  const overdue = aggregate.sum(aggregate.cond([aggregate.lt(['$dueAt', now]), 1, 0]));
  const counted = await countBy(
    'cases',
    { holderId: is.in(agents.map((agent) => agent._id)) },
    ['holderId', 'workDay', 'mode'],
    {
      overdue,
    },
  );
  return counted.map((row) => ({
    agentId: String(row._id.holderId),
    workDay: typeof row._id.workDay === 'string' ? row._id.workDay : undefined,
    mode: row._id.mode as Mode,
    count: row.count,
    overdue: Number(row.overdue),
  }));
}

/** One transaction: the agent's turn and the case. `moved`: the agent got another case since the counting. */
async function give(
  kase: CaseDoc,
  placed: CaseDoc,
  agent: AgentDoc,
  write: 'add' | 'replace',
  now: number,
): Promise<'given' | 'moved' | 'taken'> {
  try {
    return await transact(async (tx) => {
      const fresh = await tx.get('agents', agent._id);
      if (fresh?.turn !== agent.turn) return 'moved';
      if (write === 'replace') {
        const current = await tx.get('cases', kase._id);
        if (current?.rev !== kase.rev) return 'taken';
        await tx.update('cases', kase._id, changed(kase, placed));
      } else {
        await tx.add('cases', placed);
      }
      await tx.update('agents', agent._id, { turn: agent.turn + 1, lastOfferedAt: now });
      return 'given';
    });
  } catch (error) {
    if (isDuplicate(error)) return 'taken';
    throw error;
  }
}
