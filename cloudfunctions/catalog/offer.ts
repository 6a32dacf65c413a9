import { isRejection, reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import type { LocalContent } from '../../contract/models';
import { faultOfLocal, localAt } from '../domain/catalog/local';
import type { Facts } from '../domain/documents';
import { workingDays } from '../../contract/promise';
import { isRecorded, record } from '../kit/journal';
import { forgetCatalogue } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';
import { overseenUnit } from '../kit/units';

/**
 * Sets what a street or a community says otherwise of an item; the rest is as above it. Errors: UNIT_NOT_YOURS, SERVICE_NOT_FOUND,
 * BAD_INPUT for what may not be said otherwise, REQUEST_REUSED.
 */
export const offer: HandlerOf<'catalog.offer'> = async (context, { code, orgId, own }) => {
  const unit = await overseenUnit(context, 'catalog.offer', orgId);
  if (isRejection(unit)) return unit;
  if (unit.tier !== 'street' && unit.tier !== 'community')
    return reject('BAD_INPUT', { orgId: '请选一个街道或社区；全区的内容请改事项本身。' });
  const done = await transact(async (tx) => {
    const doc = await tx.get('services', code);
    if (!doc) return reject('SERVICE_NOT_FOUND', { code: '没有这个事项。' });
    // One entry tells of one item at one place.
    const about = { kind: 'item', id: code, name: doc.name } as const;
    const isDone = await isRecorded(tx, context, about);
    if (isRejection(isDone)) return isDone;
    if (isDone) return { own };
    const { [orgId]: before = {}, ...others } = doc.local ?? {};
    const fault = faultOfLocal(doc, own, localAt({ local: others }, unit.unit));
    if (fault) return fault;
    const isEmpty = Object.keys(own).length === 0;
    if (!isEmpty && Object.keys(others).length >= limits.locals)
      return reject('BAD_INPUT', { orgId: `一个事项最多${limits.locals}个单位另有规定，请在街道一级写。` });
    await tx.update('services', code, { local: isEmpty ? others : { ...others, [orgId]: own } });
    const entry = { unit: unit.unit, orgId, what: 'item.local', about } as const;
    await record(tx, context, { ...entry, before: factsOf(before), after: factsOf(own) });
    return { own };
  });
  if (!isRejection(done)) forgetCatalogue();
  return done;
};

/** What is said otherwise, as the journal tells it. */
function factsOf(local: LocalContent): Facts {
  const { offered, consultation, supervision, serviceHours, acceptedAt, promisedWorkingDays: days } = local;
  return {
    offered: offered === undefined ? undefined : offered ? '办' : '不办',
    consultation,
    supervision,
    hours: serviceHours,
    place: acceptedAt,
    promise: days === undefined ? undefined : workingDays(days),
  };
}
