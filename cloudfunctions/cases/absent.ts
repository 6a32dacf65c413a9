import { isRejection } from '../../contract/errors';
import { OPEN } from '../../contract/states';
import { dayOf } from '../../contract/time';
import { leaveOn } from '../domain/assignment/duty';
import { rowOf } from '../domain/case/view';
import { agentsNear } from '../kit/dispatch';
import type { HandlerOf } from '../kit/serve';
import { find, is } from '../kit/store';
import { allWithin, overseenUnit, within } from '../kit/units';
import { heavy } from './list';

/** As many as one read gives: agents who are away, and cases that wait with them. */
const MOST = 100;

/** Whoever is not there today and has cases of this unit, and what waits with them, nearest deadline first. */
export const absent: HandlerOf<'cases.absent'> = async (context, { orgId }) => {
  const unit = await overseenUnit(context, 'cases.absent', orgId);
  if (isRejection(unit)) return unit;
  const today = dayOf(context.now);
  // An agent has cases of the neighbouring communities, too.
  const { street } = unit.unit;
  const agents = street === undefined ? await allWithin('agents', unit) : await agentsNear(street);
  const away = agents
    .map(({ _id: agentId, name, active, leaves }) => ({
      agentId,
      name,
      isGone: !active,
      until: active ? leaveOn({ leaves }, today)?.to : undefined,
    }))
    .filter(({ isGone, until }) => isGone || until !== undefined)
    .slice(0, MOST);
  if (away.length === 0) return { agents: [] };
  const cases = await find(
    'cases',
    { ...within(unit), holderId: is.in(away.map(({ agentId }) => agentId)), state: is.in(OPEN) },
    { orderBy: [['dueAt', 'asc']], limit: MOST, without: heavy },
  );
  const waiting = away.map(({ agentId, name, until }) => ({
    agentId,
    name,
    until,
    cases: cases
      .filter(({ holderId }) => holderId === agentId)
      .map((kase) => rowOf(kase, 'manager', context.now)),
  }));
  return { agents: waiting.filter((agent) => agent.cases.length > 0) };
};
