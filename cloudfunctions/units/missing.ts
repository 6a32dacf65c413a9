import templates from '../../config/templates.json';
import { isRejection } from '../../contract/errors';
import { keysOf } from '../../contract/models';
import { noticeKinds } from '../../contract/words';
import { missingOf } from '../domain/units/missing';
import { hoursOf, serviceItems } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { allWithin, overseenUnit, unitsUnder } from '../kit/units';

/** What residents would stumble over if they came today, each with the unit that it is missing in. */
export const missing: HandlerOf<'units.missing'> = async (context, { orgId }) => {
  const top = await overseenUnit(context, 'units.missing', orgId);
  if (isRejection(top)) return top;
  const [units, agents, items] = await Promise.all([
    unitsUnder(top, ['street', 'community', 'grid']),
    allWithin('agents', top),
    serviceItems(),
  ]);
  const under = units.filter(({ _id, closedAt }) => closedAt === undefined && _id !== top._id);
  const communities = [top, ...under].filter(({ tier }) => tier === 'community');
  const hours = new Map(
    await Promise.all(communities.map(async ({ _id }) => [_id, await hoursOf(_id)] as const)),
  );
  // The district alone can apply for a template.
  const untold = top.tier === 'district' ? keysOf(noticeKinds).filter((kind) => templates[kind] === '') : [];
  return {
    missing: missingOf(
      {
        top,
        units: under,
        agents: agents.filter(({ active }) => active),
        categories: [...new Set(items.map(({ category }) => category))],
        untold: untold.map((kind) => noticeKinds[kind]),
        hours,
      },
      context.now,
    ),
  };
};
