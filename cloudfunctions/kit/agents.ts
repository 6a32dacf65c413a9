import type { ActionName } from '../../contract/actions';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import type { AgentDoc } from '../domain/documents';
import type { Context } from './context';
import { mayOversee } from './rights';
import { get, transact } from './store';

/** The caller's own entry as an agent, or that of an agent whose unit they oversee. Errors: AGENT_NOT_FOUND, UNIT_NOT_YOURS. */
export async function agentFor(
  { who }: Context,
  action: ActionName,
  agentId: string = who._id,
): Promise<AgentDoc | Rejection> {
  const agent = await get('agents', agentId);
  if (!agent) return reject('AGENT_NOT_FOUND', { agentId: '没有这位代办员。' });
  if (agentId === who._id) return agent;
  const may = mayOversee(action, who, agent.unit);
  return may === true ? agent : reject(may, { agentId: '这位代办员不归您管。' });
}

/** Changes an agent's entry as it is in the moment of writing. Of the roster: `changeRoster`, which leaves an entry in the journal. */
export function changeAgent(
  agentId: string,
  decide: (agent: AgentDoc) => Partial<AgentDoc> | Rejection,
): Promise<AgentDoc | Rejection> {
  return transact(async (tx) => {
    const agent = await tx.get('agents', agentId);
    if (!agent) return reject('AGENT_NOT_FOUND', { agentId: '没有这位代办员。' });
    const change = decide(agent);
    if (isRejection(change)) return change;
    if (Object.keys(change).length > 0) await tx.update('agents', agentId, change);
    return { ...agent, ...change };
  });
}
