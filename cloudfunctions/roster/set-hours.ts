import { isRejection, reject } from '../../contract/errors';
import { dayOf } from '../../contract/time';
import { faultsOfHours, sayAllHours } from '../domain/time/hours';
import { isRecorded, record } from '../kit/journal';
import { readableHours } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';
import { overseenUnit } from '../kit/units';

/** Sets a community's hours. Clocks that run keep their ends; what is computed from now on goes by these. Errors: HOURS_WRONG. */
export const setHours: HandlerOf<'roster.setHours'> = async (context, { orgId, hours }) => {
  const unit = await overseenUnit(context, 'roster.setHours', orgId);
  if (isRejection(unit)) return unit;
  if (unit.tier !== 'community') return reject('HOURS_WRONG', { orgId: '开门时间按社区设，请选一个社区。' });
  const faults = faultsOfHours(hours, dayOf(context.now));
  if (Object.keys(faults).length > 0) return reject('HOURS_WRONG', faults);
  return transact(async (tx) => {
    const about = { kind: 'unit', id: orgId, name: unit.name } as const;
    const isDone = await isRecorded(tx, context, about);
    if (isRejection(isDone)) return isDone;
    if (isDone) return { hours };
    const before = { hours: sayAllHours(readableHours(await tx.get('orgs', orgId))) };
    await tx.update('orgs', orgId, { hours });
    const after = { hours: sayAllHours(hours) };
    await record(tx, context, { unit: unit.unit, orgId, what: 'unit.hours', about, before, after });
    return { hours };
  });
};
