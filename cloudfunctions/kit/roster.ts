import { type Rejection, reject } from '../../contract/errors';
import { factsOfRoster } from '../domain/assignment/roster';
import type { AgentDoc, OrgDoc } from '../domain/documents';
import { isSame } from '../domain/imports/mark';
import type { Context } from './context';
import { isRecorded, record } from './journal';
import { type Beside, type Transaction, transact } from './store';

/**
 * Changes an agent's roster as it is in the moment of writing, with its entry in the journal. The same request again changes nothing.
 * Errors: AGENT_NOT_FOUND, REQUEST_REUSED.
 */
export function changeRoster(
  context: Context,
  agentId: string,
  decide: (agent: AgentDoc) => Partial<AgentDoc>,
  beside?: Beside<AgentDoc>,
): Promise<AgentDoc | Rejection> {
  return transact(async (tx) => {
    const before = await tx.get('agents', agentId);
    if (!before) return reject('AGENT_NOT_FOUND', { agentId: '没有这位代办员。' });
    const isDone = await isRecorded(tx, context, { kind: 'staff', id: agentId });
    if (isDone !== false) return isDone === true ? before : isDone;
    const after = await writeRoster(tx, context, before, decide(before));
    await beside?.(tx, before, after);
    return after;
  });
}

/** The change and its entry, in a transaction that has read the agent. Gives the agent as they are then. */
export async function writeRoster(
  tx: Pick<Transaction, 'get' | 'add' | 'update'>,
  context: Context,
  before: AgentDoc,
  change: Partial<AgentDoc>,
): Promise<AgentDoc> {
  const after = { ...before, ...change };
  if (Object.keys(change).length > 0) await tx.update('agents', before._id, change);
  const grids = isSame(before.gridIds, after.gridIds) ? [] : await gridsOf(tx, before, after);
  await record(tx, context, {
    unit: before.unit,
    orgId: before.unit.community ?? before.unit.district,
    what: 'person.roster',
    about: { kind: 'staff', id: before._id, name: before.name },
    before: factsOfRoster(before, grids),
    after: factsOfRoster(after, grids),
  });
  return after;
}

/** The grids that the entry names. */
async function gridsOf(tx: Pick<Transaction, 'get'>, ...agents: readonly AgentDoc[]): Promise<OrgDoc[]> {
  const grids: OrgDoc[] = [];
  for (const id of new Set(agents.flatMap(({ gridIds }) => gridIds))) {
    const grid = await tx.get('orgs', id);
    if (grid) grids.push(grid);
  }
  return grids;
}
