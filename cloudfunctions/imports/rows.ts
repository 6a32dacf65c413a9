import { isRejection } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { isSame } from '../domain/imports/mark';
import type { ImportRowDoc } from '../domain/documents';
import type { Context } from '../kit/context';
import { inHundreds } from '../kit/page';
import {
  type Beside,
  type Collections,
  type Transaction,
  count,
  find,
  get,
  is,
  transact,
} from '../kit/store';
import type { Came, Placed, Undo } from './table';

/**
 * Rows of which each is a change that a manager could type: it is made by the same function, and what it changed is kept in the transaction
 * of the change (`ImportRowDoc`).
 */

type Fields = Record<string, unknown>;
/** Where the rows of a table end up. */
type Target = 'orgs' | 'agents' | 'serviceVersions';

/** The last row comes first: what stands on another row is taken back before it. */
const rowId = (importId: string, at: number): string => `${importId}:${String(999_999 - at)}`;

const pick = (doc: Fields, keys: readonly string[]): Fields =>
  Object.fromEntries(keys.filter((key) => doc[key] !== undefined).map((key) => [key, doc[key]]));

/** Keeps what a change has set of a document. `told`: of the fields of a document those that a row can set. */
function keeping<Doc extends { _id: string }>(
  importId: string,
  at: number,
  nameOf: (doc: Doc) => string,
  told: (doc: Doc) => object,
): Beside<Doc> {
  return async (tx, before, after) => {
    const [had, has]: [Fields | undefined, Fields] = [before && { ...told(before) }, { ...told(after) }];
    const keys = Object.keys({ ...had, ...has }).filter((key) => !isSame(had?.[key], has[key]));
    if (keys.length === 0) return;
    const _id = rowId(importId, at);
    const first = await tx.get('importRows', _id);
    const fresh = keys.filter((key) => first?.now[key] === undefined);
    await tx.put('importRows', {
      _id,
      importId,
      docId: after._id,
      name: nameOf(after),
      isNew: first?.isNew ?? !before,
      now: { ...first?.now, ...pick(has, keys) },
      was: { ...pick(had ?? {}, fresh), ...first?.was },
    });
  };
}

/**
 * Writes rows one after another, each by `change`. Run again it makes the same changes again, which are none any more; what was made is counted
 * from what was kept of it.
 */
export async function writeRows<Row, Doc extends { _id: string }>(
  context: Context,
  importId: string,
  rows: readonly Placed<Row>[],
  kept: { nameOf(doc: Doc): string; told(doc: Doc): object },
  change: (row: Row, context: Context, beside: Beside<Doc>) => Promise<unknown>,
): Promise<Came> {
  const refused = new Set<string>();
  for (const { at, row } of rows) {
    const own = { ...context, requestId: `${context.requestId}:${at}` };
    const done = await change(row, own, keeping(importId, at, kept.nameOf, kept.told));
    if (isRejection(done)) refused.add(rowId(importId, at));
  }
  const ids = rows.map(({ at }) => rowId(importId, at));
  const made = await find(
    'importRows',
    { _id: is.in(ids) },
    { orderBy: [['_id', 'asc']], limit: ids.length },
  );
  for (const { _id } of made) refused.delete(_id);
  const changed = made.filter(({ isNew }) => !isNew).length;
  const added = made.length - changed;
  return { added, changed, bad: refused.size, known: rows.length - made.length - refused.size };
}

const rowsAfter = (importId: string, after: string, limit: number): Promise<ImportRowDoc[]> =>
  find('importRows', { importId, _id: is.gt(after) }, { orderBy: [['_id', 'asc']], limit });

/** All that is left of what an import made: a file of such rows has a thousand at most. */
async function leftOf(importId: string): Promise<ImportRowDoc[]> {
  const left: ImportRowDoc[] = [];
  for await (const batch of inHundreds('importRows', { importId })) left.push(...batch);
  return left;
}

export const TOUCHED = '后来有人改过';

interface Back<N extends Target> {
  in: N;
  /** the fields of a document that a row can set */
  told(doc: Collections[N]): object;
  /** Why some of these stay, as far as that is known of them together. `left`: they and all others that are still to be taken back. */
  whyOf?(rows: readonly ImportRowDoc[], left: readonly ImportRowDoc[]): Promise<ReadonlyMap<string, string>>;
  /** Why a document that nobody has touched stays all the same. */
  why?(row: ImportRowDoc): Promise<string | undefined>;
  /** Takes back what the row has set. */
  back(tx: Transaction, context: Context, row: ImportRowDoc, doc: Collections[N]): Promise<void>;
}

/** Taking such rows back, the last first, one after another. */
export const undoRows = <N extends Target>({ in: name, told, whyOf, why, back }: Back<N>): Undo => ({
  inOrder: limits.importChanges,
  count: (importId) => count('importRows', { importId }),
  async made(importId, after, limit) {
    const rows = await rowsAfter(importId, after, limit);
    const stays = whyOf && (await whyOf(rows, await leftOf(importId)));
    return rows.map((row) => ({ id: row._id, name: row.name, why: stays?.get(row._id) }));
  },
  async remove(id, before, context) {
    const known = await get('importRows', id);
    const stays = before ?? (known && (await why?.(known)));
    return transact(async (tx) => {
      const row = await tx.get('importRows', id);
      const doc = row && (await tx.get(name, row.docId));
      const reason = stays ?? (row && doc && isTouched(row, { ...told(doc) }) ? TOUCHED : undefined);
      if (row && doc && reason === undefined) await back(tx, context, row, doc);
      // Whether it stays or goes, this import has no more to do with it.
      if (row) await tx.remove('importRows', id);
      return reason;
    });
  },
});

/** Of a new document all counts, of another what the row has set. */
const isTouched = ({ isNew, now, was = {} }: ImportRowDoc, fields: Fields): boolean =>
  !isSame(isNew ? fields : pick(fields, Object.keys({ ...was, ...now })), now);

/** The fields as they were: those that were not there are taken away. */
export const asBefore = ({ was = {}, now }: ImportRowDoc): Fields =>
  Object.fromEntries(Object.keys({ ...now, ...was }).map((key) => [key, was[key]]));
