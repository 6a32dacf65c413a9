import { isRejection } from '../../contract/errors';
import type { HandlerOf } from '../kit/serve';
import { rankingOf } from './ranking';
import { asked } from './unit';
import { unitFigures } from './unit-figures';

/** Everything of a unit's scores page, from at most two years of roll-ups in one read. */
export const overview: HandlerOf<'metrics.overview'> = async (context, input) => {
  const found = await asked(context, 'metrics.overview', input);
  if (isRejection(found)) return found;
  const { unit, range } = found;
  const [figures, ranking] = await Promise.all([
    unitFigures(unit, range, input.trend, context.now),
    rankingOf(unit._id),
  ]);
  return { ...figures, ranking };
};
