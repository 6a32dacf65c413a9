import type { Output } from '../../contract/actions';
import { isRejection, reject } from '../../contract/errors';
import { dayOf, instantOf } from '../../contract/time';
import type { RegridDoc } from '../domain/documents';
import { faultOfMoves, gridsOf, sayMoves } from '../domain/units/regrid';
import { record } from '../kit/journal';
import { carryOut, firstRunOf, planId } from '../kit/regrid';
import { isRepeat } from '../kit/repeat';
import type { HandlerOf } from '../kit/serve';
import { find, get, is, transact } from '../kit/store';
import { overseenUnit } from '../kit/units';
import { preview } from './preview';

type Answer = Output<'units.regrid'>;

/**
 * 重划网格, from a day on. `dryRun`: what would move, and nothing is written. Else it is written down, with its entry in the journal, and
 * done at once where its day has come; the timer does the rest. Errors: UNIT_NOT_FOUND, UNIT_NOT_YOURS, GRID_NOT_THEIRS,
 * UNIT_CANNOT_BE_THERE, UNIT_CLOSED, RANGE_BACKWARDS, REQUEST_REUSED.
 */
export const regrid: HandlerOf<'units.regrid'> = async (context, { from, moves, dryRun }) => {
  const grids = await find('orgs', { _id: is.in(gridsOf(moves)) }, { orderBy: [['_id', 'asc']], limit: 100 });
  const [first] = grids;
  if (!first) return reject('UNIT_NOT_FOUND', { 'moves.0.grid': '没有这个网格。' });
  for (const { _id } of grids) {
    const overseen = await overseenUnit(context, 'units.regrid', _id);
    if (isRejection(overseen)) return overseen;
  }
  const { who, now, requestId, digest } = context;
  const _id = planId(context);
  const known = await get('regrids', _id);
  const repeated = isRepeat(known, context);
  if (isRejection(repeated)) return repeated;
  if (known && repeated) return done(known.state === 'planned' ? await doneBy(known, now) : known);
  const fault = faultOfMoves(moves, grids);
  if (fault) return fault;
  if (from < dayOf(now)) return reject('RANGE_BACKWARDS', { from: '日子已经过去了，请选今天或以后。' });
  const community = first.unit.community ?? '';
  if (dryRun) return preview(community, moves);
  const { grid: _, ...unit } = first.unit;
  const plan: RegridDoc = {
    _id,
    orgId: community,
    unit,
    by: { id: who._id, name: who.name },
    at: now,
    requestId,
    digest,
    from,
    moves,
    state: 'planned',
    runAt: firstRunOf(from, now),
    residents: 0,
    cases: 0,
  };
  const home = await get('orgs', community);
  const nameOf = (id: string) => grids.find((one) => one._id === id)?.name ?? id;
  await transact(async (tx) => {
    if (await tx.get('regrids', _id)) return;
    await tx.add('regrids', plan);
    await record(tx, context, {
      unit,
      orgId: community,
      what: 'unit.regrid',
      about: { kind: 'unit', id: community, name: home?.name ?? '' },
      after: { into: sayMoves(plan, nameOf), day: from },
    });
  });
  return done(await doneBy(plan, now));
};

/** Does it where its day has come. */
const doneBy = async (plan: RegridDoc, now: number): Promise<RegridDoc> =>
  instantOf(plan.from) <= now ? carryOut(plan, now) : plan;

const done = ({ _id: id, state, residents, cases }: RegridDoc): Answer => ({
  id,
  isPlanned: state === 'planned',
  residents,
  cases,
  grids: [],
  agents: [],
});
