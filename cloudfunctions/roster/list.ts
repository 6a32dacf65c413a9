import { isRejection } from '../../contract/errors';
import { rosterRowOf } from '../domain/assignment/roster';
import { loadsOf } from '../kit/dispatch';
import { hoursOf, org, serviceItems } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { find } from '../kit/store';
import { gridsOf, overseenUnit, within } from '../kit/units';

/** The agents of a unit, how full they are and when they are there. At most 100. */
export const list: HandlerOf<'roster.list'> = async (context, { orgId }) => {
  const unit = await overseenUnit(context, 'roster.list', orgId);
  if (isRejection(unit)) return unit;
  const [agents, grids, items] = await Promise.all([
    find('agents', within(unit), { orderBy: [['_id', 'asc']], limit: 100 }),
    gridsOf(unit),
    serviceItems(),
  ]);
  const loads = await loadsOf(agents, context.now);
  const rows = agents.map(async (agent) => {
    const home = agent.unit.community === undefined ? undefined : await org(agent.unit.community);
    const hours = await hoursOf(agent.unit.community);
    return rosterRowOf(agent, home?.name ?? '', loads, hours, context.now);
  });
  return {
    agents: await Promise.all(rows),
    grids: grids.map(({ _id: id, name }) => ({ id, name })),
    categories: [...new Set(items.map((item) => item.category))],
  };
};
