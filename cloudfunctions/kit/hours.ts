import { type Rejection, isRejection, reject } from '../../contract/errors';
import type { OpeningHours } from '../../contract/models';
import { dayOf } from '../../contract/time';
import type { OrgDoc } from '../domain/documents';
import { faultsOfHours, sayAllHours } from '../domain/time/hours';
import type { Context } from './context';
import { type Entry, isRecorded, record } from './journal';
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
    const isDone = await isRecorded(tx, context, { kind: 'unit', id: orgId });
    if (isRejection(isDone)) return isDone;
    if (isDone) return { hours };
    const before = await tx.get('orgs', orgId);
    if (!before) return reject('UNIT_NOT_FOUND', { orgId: '没有这个单位。' });
    const after = { ...before, hours };
    await tx.update('orgs', orgId, { hours });
    await record(tx, context, hoursEntry(before, after));
    await beside?.(tx, before, after);
    return { hours };
  });
}

/** The entry of a community's other hours, in sentences. */
export const hoursEntry = (before: OrgDoc, after: OrgDoc): Entry => ({
  unit: before.unit,
  orgId: before._id,
  what: 'unit.hours',
  about: { kind: 'unit', id: before._id, name: before.name },
  before: { hours: sayAllHours(readableHours(before)) },
  after: { hours: sayAllHours(readableHours(after)) },
});
