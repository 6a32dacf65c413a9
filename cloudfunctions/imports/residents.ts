import { reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import type { OrgDoc, PersonDoc } from '../domain/documents';
import { markOf } from '../domain/imports/mark';
import { type ResidentRow, residentColumns, residentKey, residentOf } from '../domain/imports/residents';
import { enterMany } from '../kit/register';
import { count, countBy, find, is, transact } from '../kit/store';
import { unitsUnder } from '../kit/units';
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
    write: (_, importId, rows) =>
      enter(
        rows.map(({ row }) => row),
        importId,
      ),
  });
};

async function enter(rows: readonly ResidentRow[], importId: string): Promise<Came> {
  const came = { added: 0, known: 0 };
  const byCommunity = new Map<string, { community: OrgDoc; rows: ResidentRow[] }>();
  for (const row of rows) {
    const group = byCommunity.get(row.community._id) ?? { community: row.community, rows: [] };
    group.rows.push(row);
    byCommunity.set(row.community._id, group);
  }
  for (const { community, rows: group } of byCommunity.values()) {
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
