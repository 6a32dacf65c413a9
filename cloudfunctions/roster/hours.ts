import { isRejection } from '../../contract/errors';
import { readableHours } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';
import { overseenUnit } from '../kit/units';

/** A community's opening hours. */
export const hours: HandlerOf<'roster.hours'> = async (context, { orgId }) => {
  const unit = await overseenUnit(context, 'roster.hours', orgId);
  if (isRejection(unit)) return unit;
  // As they are this moment: they are about to be edited, and a remembered page would save the old ones.
  const fresh = await get('orgs', orgId);
  return { hours: readableHours(fresh) };
};
