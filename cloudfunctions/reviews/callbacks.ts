import { isRejection } from '../../contract/errors';
import { findPage } from '../kit/page';
import type { HandlerOf } from '../kit/serve';
import { overseenUnit, within } from '../kit/units';
import { rowOf } from './call-back';

/** The call-backs of a unit, open ones or those that are over, without those of cases that the caller had in hand. */
export const callbacks: HandlerOf<'reviews.callbacks'> = async (context, { orgId, open, cursor }) => {
  const unit = await overseenUnit(context, 'reviews.callbacks', orgId);
  if (isRejection(unit)) return unit;
  const page = await findPage('callbacks', { ...within(unit), open }, ['at', 'desc'], cursor);
  const others = page.rows.filter((one) => !one.agentIds.includes(context.who._id));
  return { callbacks: others.map(rowOf), cursor: page.cursor };
};
