import type { Output } from '../../contract/actions';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { dayOf } from '../../contract/time';
import type { RegridDoc } from '../domain/documents';
import { factsOf } from '../domain/units/change';
import { faultOfMoves } from '../domain/units/regrid';
import { findsOf } from '../domain/units/finds';
import type { Context } from '../kit/context';
import { record } from '../kit/journal';
import { carryOut, firstRunOf, planId } from '../kit/regrid';
import { isRepeat } from '../kit/repeat';
import { find, get, is, transact } from '../kit/store';
import { overseenUnit } from '../kit/units';

/**
 * Puts a grid into another of its community: it is closed in the transaction that writes the merging down, then households, agents
 * and open cases follow. The timer goes on with a run that was cut off. Errors: UNIT_NOT_FOUND, UNIT_NOT_YOURS, GRID_NOT_THEIRS,
 * UNIT_CANNOT_BE_THERE, UNIT_CLOSED, REQUEST_REUSED.
 */
export async function merge(
  context: Context,
  { orgId, into }: { orgId: string; into: string },
): Promise<Output<'units.change'> | Rejection> {
  const overseen = await overseenUnit(context, 'units.change', into);
  if (isRejection(overseen)) return overseen;
  const { who, now, requestId, digest } = context;
  const _id = planId(context);
  const known = await get('regrids', _id);
  const repeated = isRepeat(known, context);
  if (isRejection(repeated)) return repeated;
  if (known && repeated) {
    if (known.state === 'planned') await carryOut(known, now);
    return { orgId: into };
  }
  const moves = [{ grid: orgId, to: into }];
  const ids = is.in([orgId, into]);
  const grids = await find('orgs', { _id: ids }, { orderBy: [['_id', 'asc']], limit: 2 });
  const fault = faultOfMoves(moves, grids);
  if (fault) return fault;
  const done = await transact(async (tx): Promise<RegridDoc | Rejection> => {
    const [from, to] = [await tx.get('orgs', orgId), await tx.get('orgs', into)];
    if (!from || !to) return reject('UNIT_NOT_FOUND', { orgId: '没有这个网格。' });
    if (from.closedAt !== undefined || to.closedAt !== undefined)
      return reject('UNIT_CLOSED', { orgId: '有一个网格已经撤销了，请刷新看看。' });
    const estates = [...new Set([...(to.estates ?? []), ...(from.estates ?? [])])];
    if (estates.length > limits.estates)
      return reject('UNIT_CANNOT_BE_THERE', {
        into: `合起来超过${limits.estates}个小区楼栋，请先去掉几个。`,
      });
    const { grid: _, ...unit } = to.unit;
    const plan: RegridDoc = {
      _id,
      orgId: unit.community ?? '',
      unit,
      by: { id: who._id, name: who.name },
      at: now,
      requestId,
      digest,
      from: dayOf(now),
      moves,
      isMerge: true,
      state: 'planned',
      runAt: firstRunOf(dayOf(now), now),
      residents: 0,
      cases: 0,
    };
    await tx.add('regrids', plan);
    await tx.update('orgs', orgId, { closedAt: now });
    await tx.update('orgs', into, { estates, finds: findsOf({ ...to, estates }) });
    await record(tx, context, {
      unit: from.unit,
      orgId,
      what: 'unit.merge',
      about: { kind: 'unit', id: orgId, name: from.name },
      before: factsOf(from),
      after: { ...factsOf({ ...from, closedAt: now }), into: to.name },
    });
    return plan;
  });
  if (isRejection(done)) return done;
  await carryOut(done, now);
  return { orgId: into };
}
