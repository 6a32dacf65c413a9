import { type Rejection, isRejection, reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import type { UnitChange } from '../../contract/models';
import { dayOf } from '../../contract/time';
import type { OrgDoc, RegridDoc, Whole } from '../domain/documents';
import { faultOfCount, faultOfName } from '../domain/units/change';
import { findsOf } from '../domain/units/finds';
import { aboveOf } from '../domain/units/tree';
import { mergeOf, moveOf, placedUnit } from '../domain/units/whole';
import { type Answer, below, entryOf, naming } from '../kit/change-unit';
import type { Context } from '../kit/context';
import { record } from '../kit/journal';
import { carryOut, firstRunOf, planId } from '../kit/regrid';
import { isRepeat } from '../kit/repeat';
import { type Transaction, find, get } from '../kit/store';
import { overseenUnit } from '../kit/units';
import { countWhole } from '../kit/whole';

type Wish = Extract<UnitChange, { do: 'merge' | 'move' }>;

/**
 * 撤并 and 划转: a unit goes into another of its tier, and is closed by it, or comes below another one. Decided in one transaction with
 * its entries in the journal; then units, agents, households and open cases follow, and the timer goes on where a run was cut off or had
 * no more time. What has ended, and figures, stay where they were counted. `dryRun`: what would go; nothing is written. Errors:
 * UNIT_NOT_FOUND, UNIT_NOT_YOURS, UNIT_CANNOT_BE_THERE, UNIT_CLOSED, UNIT_NAME_TAKEN, TOO_MANY_UNITS, UNIT_IN_USE, REQUEST_REUSED, BUSY.
 */
export async function goWhole(context: Context, wish: Wish): Answer {
  const otherId = wish.do === 'merge' ? wish.into : wish.above;
  const overseen = await overseenUnit(context, 'units.change', otherId);
  if (isRejection(overseen)) return overseen;
  const planned = await get('regrids', planId(context));
  const repeated = isRepeat(planned, context);
  if (isRejection(repeated)) return repeated;
  if (planned && repeated) return carried(wish.orgId, planned, context.now);
  const [unit, other] = [await get('orgs', wish.orgId), await get('orgs', otherId)];
  const whole = decided(wish, unit, other);
  if (isRejection(whole) || !unit || !other) return isRejection(whole) ? whole : reject('UNIT_NOT_FOUND');
  const under = wish.do === 'merge' ? await below(unit) : [unit];
  const fault = faultOfNames(under, await below(other), other) ?? (await faultOfPlans(unit));
  if (fault) return fault;
  if (wish.dryRun) {
    const managers = unit.managers.map(({ name }) => name);
    return { orgId: unit._id, goes: { isDone: false, ...(await countWhole(whole)), managers } };
  }
  const plan = planOf(context, unit, whole);
  const done = await naming(otherId, (tx, siblings, now) =>
    decide(tx, context, { wish, plan, under, siblings, other: now }),
  );
  return isRejection(done) ? done : carried(wish.orgId, plan, context.now);
}

const decided = (wish: Wish, unit?: OrgDoc, other?: OrgDoc): Whole | Rejection =>
  !unit || !other
    ? reject('UNIT_NOT_FOUND', { orgId: '没有这个单位。' })
    : wish.do === 'merge'
      ? mergeOf(unit, other)
      : moveOf(unit, other);

/** The names that come below a unit are free there, and there is room for them. */
function faultOfNames(
  under: readonly OrgDoc[],
  siblings: readonly OrgDoc[],
  other: OrgDoc,
): Rejection | undefined {
  const open = under.filter(({ closedAt }) => closedAt === undefined);
  const taken = open.find(({ name, _id }) => faultOfName(name, siblings, _id));
  if (taken)
    return reject('UNIT_NAME_TAKEN', {
      orgId: `${other.name}下面已经有“${taken.name}”了，请先给其中一个改名。`,
    });
  return faultOfCount(other, siblings.length + under.length, 'orgId');
}

/** A grid of which some households are to go on another day has to wait for them, or that is taken back first. */
async function faultOfPlans({ _id, tier, unit }: OrgDoc): Promise<Rejection | undefined> {
  if (tier !== 'grid') return undefined;
  const planned = await find(
    'regrids',
    { orgId: unit.community ?? '', state: 'planned' },
    { orderBy: [['at', 'desc']], limit: 100 },
  );
  const isPlanned = planned.some(({ moves }) => moves.some(({ grid, to }) => grid === _id || to === _id));
  return isPlanned
    ? reject('UNIT_IN_USE', { orgId: '这个网格有一次定好还没做的重划，请先取消那一次。' })
    : undefined;
}

function planOf({ who, now, requestId, digest, ...context }: Context, unit: OrgDoc, whole: Whole): RegridDoc {
  const { grid: _, ...place } = unit.unit;
  const isOfGrid = unit.tier === 'grid';
  return {
    _id: planId({ who, now, requestId, digest, ...context }),
    orgId: isOfGrid ? (unit.unit.community ?? '') : unit._id,
    unit: place,
    by: { id: who._id, name: who.name },
    at: now,
    requestId,
    digest,
    from: dayOf(now),
    moves: isOfGrid && whole.into !== undefined ? [{ grid: unit._id, to: whole.into }] : [],
    whole,
    state: 'planned',
    runAt: firstRunOf(dayOf(now), now),
    residents: 0,
    cases: 0,
  };
}

interface Decision {
  wish: Wish;
  plan: RegridDoc;
  under: readonly OrgDoc[];
  siblings: readonly OrgDoc[];
  other?: OrgDoc;
}

/** As things are in the moment of writing. */
async function decide(
  tx: Transaction,
  context: Context,
  { wish, plan, under, siblings, other }: Decision,
): Promise<string | Rejection> {
  if (await tx.get('regrids', plan._id)) return wish.orgId;
  const unit = await tx.get('orgs', wish.orgId);
  const whole = decided(wish, unit, other);
  if (isRejection(whole)) return whole;
  if (!unit || !other) return reject('UNIT_NOT_FOUND');
  const fault = faultOfNames(under, siblings, other);
  if (fault) return fault;
  await tx.add('regrids', { ...plan, whole });
  if (wish.do === 'move') {
    const above = await tx.get('orgs', aboveOf(unit) ?? '');
    const moved = placedUnit(unit, whole, context.now);
    await tx.update('orgs', unit._id, moved);
    const entry = entryOf({ ...unit, ...moved }, 'unit.move', {}, {});
    const about = { ...entry.about, name: unit.name };
    await record(tx, context, {
      ...entry,
      about,
      before: { above: above?.name },
      after: { above: other.name },
    });
    return unit._id;
  }
  const estates = [...new Set([...(other.estates ?? []), ...(unit.estates ?? [])])];
  if (estates.length > limits.estates)
    return reject('UNIT_CANNOT_BE_THERE', {
      into: `合起来超过${limits.estates}个小区楼栋，请先去掉几个。`,
    });
  await tx.update('orgs', unit._id, { closedAt: context.now });
  if (estates.length > 0)
    await tx.update('orgs', other._id, { estates, finds: findsOf({ ...other, estates }) });
  const entry = entryOf(unit, 'unit.merge', unit, { ...unit, closedAt: context.now });
  await record(tx, context, { ...entry, after: { ...entry.after, into: other.name } });
  const there = entryOf(other, 'unit.merge', other, { ...other, estates });
  await record(tx, context, { ...there, after: { ...there.after, from: unit.name } });
  return unit._id;
}

/** Lets all follow, as far as the time is enough. */
async function carried(orgId: string, plan: RegridDoc, now: number): Answer {
  const { state, residents, cases } = plan.state === 'planned' ? await carryOut(plan, now) : plan;
  return { orgId, goes: { isDone: state !== 'planned', residents, cases } };
}
