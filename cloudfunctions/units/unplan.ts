import { type Rejection, isRejection, reject } from '../../contract/errors';
import { instantOf } from '../../contract/time';
import { record } from '../kit/journal';
import type { HandlerOf } from '../kit/serve';
import { get, transact } from '../kit/store';
import { overseenUnit } from '../kit/units';

/** Takes back what is planned. What has begun is not taken back: it is done the other way round. Errors: UNIT_NOT_FOUND, REGRID_BEGUN. */
export const unplan: HandlerOf<'units.unplan'> = async (context, { id }) => {
  const plan = await get('regrids', id);
  const unit = plan && (await overseenUnit(context, 'units.unplan', plan.orgId));
  if (!plan || !unit || isRejection(unit)) return reject('UNIT_NOT_FOUND', { id: '没有这次调整。' });
  return transact(async (tx): Promise<{ id: string } | Rejection> => {
    const fresh = await tx.get('regrids', id);
    if (fresh?.state === 'dropped') return { id };
    if (fresh?.state !== 'planned' || instantOf(fresh.from) <= context.now)
      return reject('REGRID_BEGUN', { id: '已经开始调整了，要改回来请再调整一次。' });
    await tx.update('regrids', id, { state: 'dropped', runAt: undefined });
    const about = { kind: 'unit', id: plan.orgId, name: unit.name } as const;
    const entry = { unit: plan.unit, orgId: plan.orgId, what: 'unit.unplan', about } as const;
    await record(tx, context, { ...entry, before: { day: plan.from } });
    return { id };
  });
};
