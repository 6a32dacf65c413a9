import { randomBytes } from 'node:crypto';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { weekdayNames } from '../../contract/time';
import { OF_CATALOGUE } from '../../contract/words';
import type { InvitationDoc, OrgDoc } from '../domain/documents';
import type { Cells, Fault } from '../domain/imports/column';
import { markOf } from '../domain/imports/mark';
import {
  type AtWork,
  type StaffRow,
  postKey,
  posts,
  staffCells,
  staffColumns,
  staffKey,
  staffOf,
} from '../domain/imports/staff';
import { countsOf, faultOfStars, hasStars } from '../domain/imports/starred';
import { INVITATION_BYTES, newInvitation } from '../domain/invitation';
import type { Context } from '../kit/context';
import { each } from '../kit/each';
import { entryOf, offer } from '../kit/invitations';
import { record } from '../kit/journal';
import { sayPost } from '../kit/people';
import { count, find, get, is, transact } from '../kit/store';
import { allWithin, unitsUnder } from '../kit/units';
import { type Came, type Open, type Undo, tableOf } from './table';

/** 代办员和管理员: an invitation for each. Who has the post already, or is invited to it, is left as they are. */
export const openStaff: Open = async (top) => {
  const units = await unitsUnder(top, ['district', 'street', 'community']);
  if (units.length >= limits.units)
    return reject('TOO_MANY_UNITS', { orgId: '单位太多，请到一个街道或者社区的页面里导入。' });
  const open = units.filter(({ closedAt }) => closedAt === undefined);
  return tableOf<StaffRow>({
    columns: staffColumns,
    // One call writes them all: their codes are told in one file.
    most: limits.importPortion,
    lists: {
      身份: Object.keys(posts),
      单位: open.map(({ name }) => name),
      会办: OF_CATALOGUE,
      当班: weekdayNames.slice(1),
    },
    read: (cells) => staffOf(cells, open),
    keyOf: staffKey,
    asked: { is: isStarred, faults: async (rows) => faultsOf(rows, await atWork(top, open)) },
    write: (context, importId, rows) =>
      invite(
        context,
        importId,
        rows.map(({ row }) => row),
      ),
    of: 'people',
    filled: async () => all(await atWork(top, open)),
  });
};

const isStarred = ({ phone }: StaffRow): boolean => hasStars(phone);

/** As many as one read gives. */
const BATCH = 100;

/** Everybody who has a post in these units, by unit. */
async function atWork(top: OrgDoc, units: readonly OrgDoc[]): Promise<AtWork[]> {
  const agents = await allWithin('agents', top);
  const ids = [...new Set(units.flatMap(({ managers }) => managers.map(({ id }) => id)))];
  const phones = new Map<string, string>();
  for (let from = 0; from < ids.length; from += BATCH) {
    const query = { _id: is.in(ids.slice(from, from + BATCH)) };
    const some = await find('people', query, { orderBy: [], limit: BATCH, only: ['phone'] });
    for (const { _id, phone } of some) phones.set(_id, phone);
  }
  return units.flatMap((unit) => [
    ...unit.managers.map(({ id, name }): AtWork => ({
      role: 'manager',
      unit,
      name,
      phone: phones.get(id) ?? '',
    })),
    ...agents
      .filter(({ active, unit: { community } }) => active && community === unit._id)
      .map(({ name, phone, ...roster }): AtWork => ({ role: 'agent', unit, name, phone, roster })),
  ]);
}

function faultsOf(rows: readonly StaffRow[], working: readonly AtWork[]): ReadonlyMap<StaffRow, Fault> {
  const counts = countsOf(working.map(postKey));
  return new Map(
    rows.flatMap((row): [StaffRow, Fault][] => {
      const who = `${row.unit.name}的${Object.entries(posts).find(([, one]) => one === row.role)?.[0]}`;
      const fault = faultOfStars(row, counts.get(postKey(row)) ?? 0, who);
      return fault ? [[row, fault]] : [];
    }),
  );
}

function all(working: readonly AtWork[]): Cells[] | Rejection {
  return working.length > limits.importPortion
    ? reject('LIST_TOO_LONG', { table: `有${working.length}位同事，一张表最多${limits.importPortion}行。` })
    : working.map(staffCells);
}

async function invite(context: Context, importId: string, all: readonly StaffRow[]): Promise<Came> {
  const rows = all.filter((row) => !isStarred(row));
  const lines = new Map<StaffRow, string[]>();
  await each(rows, async (row) => {
    const { role, name, phone, unit, agent } = row;
    const by = { id: context.who._id, name: context.who.name };
    const wish = { role, name, phone, by, ...(role === 'agent' ? { agent } : {}) };
    const { doc, digits } = newInvitation(unit, wish, randomBytes(INVITATION_BYTES), context.now);
    if (await isThere(doc, importId, context.now)) return;
    // A run that died told nobody its digits: these take their place.
    const done = await offer(context, { ...doc, imported: { id: importId, mark: markOf(doc) } });
    if (isRejection(done)) return;
    lines.set(row, [name, phone, sayPost(doc), digits]);
  });
  const told = rows.flatMap((row) => [lines.get(row) ?? []].filter(({ length }) => length > 0));
  return {
    added: told.length,
    known: all.length - told.length,
    told:
      told.length > 0 ? { name: '邀请码', head: ['姓名', '电话', '岗位', '邀请码'], rows: told } : undefined,
  };
}

/** Has this number the post, or an invitation to it that did not come by this import? */
async function isThere(doc: InvitationDoc, importId: string, now: number): Promise<boolean> {
  const before = await get('invitations', doc._id);
  if (before && before.imported?.id === importId) return before.taken !== undefined;
  if (before?.open && now < before.until) return true;
  const people = await find('people', { phone: doc.phone }, { orderBy: [['_id', 'asc']], limit: 20 });
  return people.some((one) => one.posts.some(({ role, orgId }) => role === doc.role && orgId === doc.orgId));
}

export const undoStaff: Undo = {
  count: (importId) => count('invitations', { 'imported.id': importId }),
  async made(importId, after, limit) {
    const found = await find(
      'invitations',
      { 'imported.id': importId, _id: is.gt(after) },
      { orderBy: [['_id', 'asc']], limit },
    );
    return found.map((one) => ({ id: one._id, name: one.name, why: touched(one) }));
  },
  remove: (id, before, context) =>
    transact(async (tx) => {
      const doc = await tx.get('invitations', id);
      const why = before ?? (doc && touched(doc));
      if (!doc || why !== undefined) return why;
      await tx.remove('invitations', id);
      await record(tx, context, entryOf(doc, 'person.revoke'));
      return undefined;
    }),
};

function touched({ taken, open }: InvitationDoc): string | undefined {
  if (taken) return '已经接受了邀请';
  return open ? undefined : '邀请已经收回了';
}
