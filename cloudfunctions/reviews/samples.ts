import { isRejection } from '../../contract/errors';
import { findPage } from '../kit/page';
import type { HandlerOf } from '../kit/serve';
import { overseenUnit } from '../kit/units';
import { headOf } from './sampled';

/** The samples of a unit, newest first. */
export const samples: HandlerOf<'reviews.samples'> = async (context, { orgId, cursor }) => {
  const unit = await overseenUnit(context, 'reviews.samples', orgId);
  if (isRejection(unit)) return unit;
  const heavy = ['population', 'strata', 'drawn'] as const;
  const page = await findPage('samples', { orgId }, ['drawnAt', 'desc'], cursor, [...heavy]);
  return { samples: page.rows.map(headOf), cursor: page.cursor };
};
