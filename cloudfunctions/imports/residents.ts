import { type Rejection, reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import type { OrgDoc, PersonDoc } from '../domain/documents';
import type { Cells, Fault } from '../domain/imports/column';
import { markOf } from '../domain/imports/mark';
import {
  type ResidentRow,
  residentCells,
  residentColumns,
  residentKey,
  residentOf,
} from '../domain/imports/residents';
import { countsOf, faultOfStars, hasStars, starKey } from '../domain/imports/starred';
import { nameKey } from '../domain/person-key';
import { each } from '../kit/each';
import { inHundreds } from '../kit/page';
import { isResident } from '../kit/people';
import { enterMany } from '../kit/register';
import { count, countBy, find, is, transact } from '../kit/store';
import { unitsUnder, within } from '../kit/units';
import { type Came, type Open, type Undo, tableOf } from './table';

/** 居民: whoever is not in the register of their community yet comes in; who is, stays as they are. */
export const openResidents: Open = async (top) => {
  const units = await unitsUnder(top, ['community', 'grid']);
  if (units.length >= limits.units)
    return reject('TOO_MANY_UNITS', { orgId: '单位太多，请到一个街道或者社区的页面里导入。' });
  const open = units.filter(({ closedAt }) => closedAt === undefined);
  const places = {
    communities: open.filter(({ tier }) => tier === 'community'),
    grids: open.filter(({ tier }) => tier === 'grid'),
  };
  return tableOf<ResidentRow>({
    columns: residentColumns,
    most: limits.importRows,
    lists: {
      社区: places.communities.map(({ name }) => name),
      网格或小区: [...new Set(places.grids.map(({ name }) => name))],
    },
    read: (cells) => residentOf(cells, places),
    keyOf: residentKey,
    asked: { is: isStarred, faults: faultsOf },
    write: (_, importId, rows) =>
      enter(
        rows.map(({ row }) => row),
        importId,
      ),
    of: 'people',
    filled: () => all(top, units),
  });
};

const isStarred = ({ phone }: ResidentRow): boolean => hasStars(phone);

/** Those with stars who are nobody of their community, or may be several. */
async function faultsOf(rows: readonly ResidentRow[]): Promise<ReadonlyMap<ResidentRow, Fault>> {
  const faults = new Map<ResidentRow, Fault>();
  await each(byCommunityOf(rows), async ({ community, rows: group }) => {
    const names = [...new Set(group.map(({ name }) => nameKey(name)))];
    const query = { 'unit.community': community._id, nameKey: is.in(names) };
    const keys: string[] = [];
    for await (const some of inHundreds('people', query, { only: ['name', 'phone', 'posts'] }))
      keys.push(...some.filter(isResident).map(starKey));
    const counts = countsOf(keys);
    for (const row of group) {
      const fault = faultOfStars(row, counts.get(starKey(row)) ?? 0, community.name);
      if (fault) faults.set(row, fault);
    }
  });
  return faults;
}

/** Everybody who lives here, by community and name: by number, their order would tell of the digits that are hidden. */
async function all(top: OrgDoc, units: readonly OrgDoc[]): Promise<Cells[] | Rejection> {
  const many = await count('people', within(top));
  if (many > limits.importRows)
    return reject('LIST_TOO_LONG', { table: `登记了${many}个人，一张表最多${limits.importRows}行。` });
  const names = new Map(units.map(({ _id, name }) => [_id, name]));
  const nameOf = (id: string | undefined) => names.get(id ?? '') ?? '';
  const cells: Cells[] = [];
  const fields: (keyof PersonDoc)[] = ['name', 'phone', 'address', 'unit', 'posts', 'nameKey'];
  for (const { _id } of units.filter(({ tier }) => tier === 'community')) {
    const byName = { field: 'nameKey', span: ['', '\uFFFF'] } as const;
    for await (const some of inHundreds('people', { 'unit.community': _id }, { only: fields }, byName))
      cells.push(...some.filter(isResident).map((one) => residentCells(one, nameOf)));
  }
  return cells;
}

function byCommunityOf(rows: readonly ResidentRow[]): { community: OrgDoc; rows: ResidentRow[] }[] {
  const byCommunity = new Map<string, { community: OrgDoc; rows: ResidentRow[] }>();
  for (const row of rows) {
    const group = byCommunity.get(row.community._id) ?? { community: row.community, rows: [] };
    group.rows.push(row);
    byCommunity.set(row.community._id, group);
  }
  return [...byCommunity.values()];
}

async function enter(all: readonly ResidentRow[], importId: string): Promise<Came> {
  const rows = all.filter((row) => !isStarred(row));
  const came = { added: 0, known: all.length - rows.length };
  for (const { community, rows: group } of byCommunityOf(rows)) {
    const newcomers = group.map(({ name, phone, address, grid }) => ({
      name,
      phone,
      address,
      unit: (grid ?? community).unit,
    }));
    const { added, known } = await enterMany(community, newcomers, importId);
    came.added += added;
    came.known += known;
  }
  return came;
}

export const undoResidents: Undo = {
  count: (importId) => count('people', { 'imported.id': importId }),
  async made(importId, after, limit) {
    const people = await find(
      'people',
      { 'imported.id': importId, _id: is.gt(after) },
      { orderBy: [['_id', 'asc']], limit },
    );
    const ids = people.map(({ _id }) => _id);
    const asked =
      ids.length > 0 ? await countBy('cases', { residentId: is.in(ids) }, { id: 'residentId' }) : [];
    const busy = new Set(asked.map(({ _id }) => _id.id));
    return people.map((person) => ({
      id: person._id,
      name: person.name,
      why: busy.has(person._id) ? '已经有办件了' : touched(person),
    }));
  },
  remove: (id, busy) =>
    transact(async (tx) => {
      const person = await tx.get('people', id);
      const why = busy ?? (person && touched(person));
      if (person && why === undefined) await tx.remove('people', id);
      return why;
    }),
};

function touched(person: PersonDoc): string | undefined {
  if (person.openid !== undefined) return '本人已经登记了';
  return person.imported?.mark === markOf(person) ? undefined : '后来有人改过';
}
