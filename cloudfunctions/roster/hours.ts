import { isRejection } from '../../contract/errors';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { overseenUnit } from '../kit/units';

/** A community's opening hours. */
export const hours: HandlerOf<'roster.hours'> = async (context, { orgId }) => {
  const unit = await overseenUnit(context, 'roster.hours', orgId);
  return isRejection(unit) ? unit : { hours: await hoursOf(unit._id) };
};
