import { isRejection, reject } from '../../contract/errors';
import { dayOf } from '../../contract/time';
import { faultsOfHours } from '../domain/time/hours';
import type { HandlerOf } from '../kit/serve';
import { updateOne } from '../kit/store';
import { overseenUnit } from '../kit/units';

/** Sets a community's hours. Clocks that run keep their ends; what is computed from now on goes by these. Errors: HOURS_WRONG. */
export const setHours: HandlerOf<'roster.setHours'> = async (context, { orgId, hours }) => {
  const unit = await overseenUnit(context, 'roster.setHours', orgId);
  if (isRejection(unit)) return unit;
  if (unit.tier !== 'community') return reject('HOURS_WRONG', { orgId: '开门时间按社区设，请选一个社区。' });
  const faults = faultsOfHours(hours, dayOf(context.now));
  if (Object.keys(faults).length > 0) return reject('HOURS_WRONG', faults);
  await updateOne('orgs', { _id: orgId }, { hours });
  return { hours };
};
