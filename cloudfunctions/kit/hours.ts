import { type Rejection, isRejection, reject } from '../../contract/errors';
import type { OpeningHours } from '../../contract/models';
import { dayOf } from '../../contract/time';
import type { OrgDoc } from '../domain/documents';
import { faultsOfHours, sayAllHours } from '../domain/time/hours';
import type { Context } from './context';
import { isRecorded, record } from './journal';
import { readableHours } from './reference';
import { type Beside, transact } from './store';
import { overseenUnit } from './units';

/**
 * Sets a community's hours, with the entry in the journal. Errors: UNIT_NOT_FOUND, UNIT_NOT_YOURS, HOURS_WRONG, REQUEST_REUSED.
 */
export async function changeHours(
  context: Context,
  { orgId, hours }: { orgId: string; hours: OpeningHours },
  beside?: Beside<OrgDoc>,
): Promise<{ hours: OpeningHours } | Rejection> {
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
    const stored = await tx.get('orgs', orgId);
    const before = { hours: sayAllHours(readableHours(stored)) };
    await tx.update('orgs', orgId, { hours });
    const after = { hours: sayAllHours(hours) };
    await record(tx, context, { unit: unit.unit, orgId, what: 'unit.hours', about, before, after });
    if (stored) await beside?.(tx, stored, { ...stored, hours });
    return { hours };
  });
}
