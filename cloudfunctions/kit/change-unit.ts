import type { Output, Parsed } from '../../contract/actions';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { OPEN } from '../../contract/states';
import { tierBelow } from '../../contract/tiers';
import { sha256 } from '../domain/sha256';
import type { OrgDoc } from '../domain/documents';
import { added, edited, factsOf, faultOfCount, faultOfName } from '../domain/units/change';
import { aboveOf } from '../domain/units/tree';
import type { Context } from './context';
import { type Entry, isRecorded, record } from './journal';
import { type Beside, type Transaction, find, get, is, transact, updateMany } from './store';
import { overseenUnit, within } from './units';

export type UnitChange<Do> = Extract<Parsed<'units.change'>, { do: Do }>;
export type Answer = Promise<Output<'units.change'> | Rejection>;

const TRIES = 4;

/** What a unit has below it as it is this moment. */
export async function below(above: OrgDoc): Promise<OrgDoc[]> {
  const tier = tierBelow[above.tier];
  if (!tier) return [];
  return find('orgs', { ...within(above), tier }, { orderBy: [['_id', 'asc']], limit: limits.unitsBelow });
}

/**
 * Gives a name below a unit: `work` decides with the names that are there, in a transaction that goes through only if no other
 * name was given below that unit meanwhile.
 */
export async function naming(
  aboveId: string | undefined,
  work: (tx: Transaction, siblings: OrgDoc[], above: OrgDoc | undefined) => Promise<string | Rejection>,
): Answer {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const seen = aboveId === undefined ? undefined : await get('orgs', aboveId);
    const siblings = seen ? await below(seen) : [];
    const done = await transact(async (tx) => {
      const above = aboveId === undefined ? undefined : await tx.get('orgs', aboveId);
      if (above?.turn !== seen?.turn) return undefined;
      const orgId = await work(tx, siblings, above);
      if (above && !isRejection(orgId)) await tx.update('orgs', above._id, { turn: (above.turn ?? 0) + 1 });
      return orgId;
    });
    if (done !== undefined) return isRejection(done) ? done : { orgId: done };
  }
  return reject('BUSY');
}

/** The entry of a change of a unit. */
export const entryOf = (
  unit: OrgDoc,
  what: Entry['what'],
  before: Partial<OrgDoc>,
  after: Partial<OrgDoc>,
): Entry => ({
  unit: unit.unit,
  orgId: unit._id,
  what,
  about: { kind: 'unit', id: unit._id, name: after.name ?? unit.name },
  before: factsOf(before),
  after: factsOf(after),
});

/**
 * A new unit, with its entry in the journal. Errors: UNIT_NOT_FOUND, UNIT_NOT_YOURS, UNIT_NAME_TAKEN, UNIT_CLOSED, UNIT_CANNOT_BE_THERE,
 * TOO_MANY_UNITS, REQUEST_REUSED, BUSY.
 */
export async function addUnit(
  context: Context,
  { do: _, above: aboveId, ...wish }: UnitChange<'add'>,
  beside?: Beside<OrgDoc>,
): Answer {
  const overseen = await overseenUnit(context, 'units.change', aboveId);
  if (isRejection(overseen)) return overseen;
  // The same request makes the same id: a repeated one finds what it made.
  const id = `o-${sha256(`${context.who._id}\n${context.requestId}`).toString('hex').slice(0, 16)}`;
  return naming(aboveId, async (tx, siblings, above) => {
    const isDone = await isRecorded(tx, context, { kind: 'unit', id });
    if (isDone !== false) return isDone === true ? id : isDone;
    if (!above) return reject('UNIT_NOT_FOUND', { above: '没有这个单位。' });
    const unit = added(above, id, wish);
    if (isRejection(unit)) return unit;
    const fault = faultOfName(unit.name, siblings) ?? faultOfCount(above, siblings.length + 1);
    if (fault) return fault;
    await tx.add('orgs', unit);
    await record(tx, context, entryOf(unit, 'unit.add', {}, unit));
    await beside?.(tx, undefined, unit);
    return id;
  });
}

/** What is said of a unit. Errors: UNIT_NOT_FOUND, UNIT_NOT_YOURS, UNIT_NAME_TAKEN, REQUEST_REUSED, BUSY. */
export async function editUnit(context: Context, input: UnitChange<'edit'>, beside?: Beside<OrgDoc>): Answer {
  const { orgId, name } = input;
  const overseen = await overseenUnit(context, 'units.change', orgId);
  if (isRejection(overseen)) return overseen;
  const unit = await get('orgs', orgId);
  const renames = unit !== undefined && name !== undefined && name !== unit.name;
  const done = await naming(renames ? aboveOf(unit) : undefined, async (tx, siblings) => {
    const isDone = await isRecorded(tx, context, { kind: 'unit', id: orgId });
    if (isDone !== false) return isDone === true ? orgId : isDone;
    const before = await tx.get('orgs', orgId);
    if (!before) return reject('UNIT_NOT_FOUND', { orgId: '没有这个单位。' });
    const fault = name === undefined ? undefined : faultOfName(name, siblings, orgId);
    if (fault) return fault;
    const differs = edited(before, input);
    if (Object.keys(differs).length === 0) return orgId;
    await tx.update('orgs', orgId, differs);
    const after = { ...before, ...differs };
    await record(tx, context, entryOf(before, 'unit.change', before, after));
    await beside?.(tx, before, after);
    return orgId;
  });
  // What is open is read with the grid's name; what has ended keeps the name that it ended with.
  if (!isRejection(done) && renames && unit.tier === 'grid')
    await updateMany(
      'cases',
      { 'unit.community': unit.unit.community ?? '', state: is.in(OPEN), gridName: unit.name },
      { gridName: name },
    );
  return done;
}
