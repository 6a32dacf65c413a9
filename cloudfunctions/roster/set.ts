import { isRejection, reject } from '../../contract/errors';
import { uncoveredGrid } from '../domain/assignment/roster';
import { agentFor } from '../kit/agents';
import { org } from '../kit/reference';
import { release } from '../kit/release';
import { changeRoster } from '../kit/roster';
import type { HandlerOf } from '../kit/serve';
import { find } from '../kit/store';
import { gridsOf } from '../kit/units';

/**
 * 排班: what an agent does, where, when and how much. What an agent who has left had in hand goes to others. Errors:
 * GRID_NOT_THEIRS, GRID_UNCOVERED, REQUEST_REUSED.
 */
export const set: HandlerOf<'roster.set'> = async (context, { agentId, ...entry }) => {
  const agent = await agentFor(context, 'roster.set', agentId);
  if (isRejection(agent)) return agent;
  const { community } = agent.unit;
  const home = community === undefined ? undefined : await org(community);
  if (!home) return reject('AGENT_NOT_FOUND', { agentId: '这位代办员没有社区，请先登记。' });
  const [grids, colleagues] = await Promise.all([
    gridsOf(home),
    find('agents', { 'unit.community': home._id }, { orderBy: [['_id', 'asc']], limit: 100 }),
  ]);
  if (!entry.gridIds.every((id) => grids.some((grid) => grid._id === id)))
    return reject('GRID_NOT_THEIRS', { gridIds: `请在${home.name}的网格里选。` });
  const after = colleagues.map((one) => (one._id === agentId ? { ...one, ...entry } : one));
  const open = uncoveredGrid(grids, after);
  if (open) {
    const field = entry.active ? 'gridIds' : 'active';
    return reject('GRID_UNCOVERED', { [field]: `${open.name}就没有人管了，请先安排好别人。` });
  }
  const changed = await changeRoster(context, agentId, () => entry);
  if (isRejection(changed)) return changed;
  return entry.active ? { agentId } : { agentId, left: await release(changed, context) };
};
