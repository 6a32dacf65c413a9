import { isRejection } from '../../contract/errors';
import type { HandlerOf } from '../kit/serve';
import { find } from '../kit/store';
import { overseenUnit } from '../kit/units';

/** What is planned for a unit's grids and what was done, newest first. */
export const regrids: HandlerOf<'units.regrids'> = async (context, { orgId }) => {
  const unit = await overseenUnit(context, 'units.regrids', orgId);
  if (isRejection(unit)) return unit;
  const found = await find('regrids', { orgId }, { orderBy: [['at', 'desc']], limit: 20 });
  // A community that came below another street is no change of its grids.
  return {
    regrids: found
      .filter(({ moves }) => moves.length > 0)
      .map(({ _id: id, at, by, from, moves, state, residents, cases }) => ({
        id,
        at,
        by: by.name,
        from,
        moves,
        state,
        residents,
        cases,
      })),
  };
};
