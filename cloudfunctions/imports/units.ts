import { isRejection, reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { tiersDown } from '../../contract/tiers';
import { dayOf } from '../../contract/time';
import { tierNames } from '../../contract/words';
import { named } from '../domain/imports/column';
import { type UnitRow, UnitReader, unitCells, unitColumns, unitKey } from '../domain/imports/units';
import type { ImportRowDoc, OrgDoc } from '../domain/documents';
import { aboveOf, inTreeOrder } from '../domain/units/tree';
import { addUnit, below, editUnit, entryOf } from '../kit/change-unit';
import type { Context } from '../kit/context';
import { changeHours, hoursEntry } from '../kit/hours';
import { record } from '../kit/journal';
import { readableHours } from '../kit/reference';
import { count, find, get } from '../kit/store';
import { householdsOf, unitsUnder, within } from '../kit/units';
import { TOUCHED, asBefore, undoRows, writeRows } from './rows';
import { type Came, type Open, type Placed, type Undo, tableOf } from './table';

/** 单位: the tree below the unit that the file is for. One that is there is changed, one that is not is added; each as by typing. */
export const openUnits: Open = async (top, { now }) => {
  const units = await unitsUnder(top, tiersDown);
  if (units.length >= limits.units)
    return reject('TOO_MANY_UNITS', { orgId: '单位太多，请到一个街道或者社区的页面里导入。' });
  const open = units.filter(({ closedAt }) => closedAt === undefined);
  const reader = new UnitReader(top, units, readableHours, dayOf(now));
  return tableOf<UnitRow>({
    columns: unitColumns,
    most: limits.units,
    portion: limits.importChanges,
    lists: {
      级别: tiersDown.filter((tier) => tier !== 'district').map((tier) => tierNames[tier]),
      上级: open.filter(({ tier }) => tier !== 'grid').map(({ name }) => name),
    },
    read: (cells) => reader.read(cells),
    keyOf: unitKey,
    write,
    async filled() {
      const nameOf = (id: string | undefined) => open.find(({ _id }) => _id === id)?.name ?? '';
      return inTreeOrder(open, top._id).map((unit) =>
        unitCells(unit, nameOf(aboveOf(unit)), readableHours(unit)),
      );
    },
  });
};

/** What a row can set of a unit. Its turn goes up with each name below it. */
const told = ({ _id, turn, ...unit }: OrgDoc): object => unit;

async function write(context: Context, importId: string, rows: readonly Placed<UnitRow>[]): Promise<Came> {
  /** the ids that units of these rows were given */
  const given = new Map<string, string>();
  const idOf = (id: string) => given.get(id) ?? id;
  const kept = { nameOf: ({ name }: OrgDoc) => name, told };
  return writeRows(context, importId, rows, kept, async ({ unit, isNew, facts, hours }, own, beside) => {
    const { name } = unit;
    const above = idOf(aboveOf(unit) ?? '');
    const added = isNew ? await addUnit(own, { do: 'add', above, name, ...facts }, beside) : undefined;
    // Another run of this import was faster, or a manager.
    const there = isRejection(added) ? await unitBelow(above, name) : isNew ? undefined : unit;
    const edited = there && (await editUnit(own, { do: 'edit', orgId: there._id, ...facts }, beside));
    const done = edited ?? added;
    if (!done || isRejection(done)) return done;
    given.set(unit._id, done.orgId);
    return hours ? changeHours(ofHours(own), { orgId: done.orgId, hours }, beside) : done;
  });
}

/** The journal knows a request by its id and what it is about: what else the row says of the unit was another one. */
const ofHours = (context: Context): Context => ({ ...context, requestId: `${context.requestId}:hours` });

/** The unit of this name below another, as it is this moment. */
async function unitBelow(aboveId: string, name: string): Promise<OrgDoc | undefined> {
  const above = await get('orgs', aboveId);
  return above && named(await below(above), name)[0];
}

export const undoUnits: Undo = undoRows({
  in: 'orgs',
  told,
  why: whyInUse,
  async back(tx, context, row, doc) {
    if (row.isNew) {
      await tx.remove('orgs', doc._id);
      return record(tx, context, entryOf(doc, 'unit.close', doc, {}));
    }
    const before = asBefore(row);
    await tx.update('orgs', doc._id, before);
    const after = { ...doc, ...before };
    await record(tx, context, entryOf(doc, 'unit.change', doc, after));
    await record(tx, ofHours(context), hoursEntry(doc, after));
  },
});

/** How many agents a unit has; a grid's stand in its community. */
async function agentsOf(unit: OrgDoc): Promise<number> {
  if (unit.tier !== 'grid') return count('agents', within(unit));
  const agents = await find(
    'agents',
    { 'unit.community': unit.unit.community ?? '' },
    { orderBy: [['_id', 'asc']], limit: 100, only: ['gridIds'] },
  );
  return agents.filter(({ gridIds }) => gridIds.includes(unit._id)).length;
}

/** Why a unit that an import has added cannot go any more. */
async function whyInUse({ docId, isNew }: ImportRowDoc): Promise<string | undefined> {
  const unit = isNew ? await get('orgs', docId) : undefined;
  if (!unit) return undefined;
  const isGrid = unit.tier === 'grid';
  const [units, people, agents, cases, policy] = await Promise.all([
    isGrid ? 1 : count('orgs', within(unit)),
    count('people', householdsOf(unit)),
    agentsOf(unit),
    count('cases', householdsOf(unit)),
    get('policies', unit._id),
  ]);
  if (units > 1) return '下面还有单位';
  if (people + agents > 0) return '已经有人了';
  if (cases > 0) return '已经有办件了';
  return policy ? TOUCHED : undefined;
}
