import { randomUUID } from 'node:crypto';
import type { Parsed } from '../../contract/actions';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { importTables } from '../../contract/imports';
import { limits } from '../../contract/limits';
import type { ImportState } from '../../contract/models';
import { sha256 } from '../domain/sha256';
import type { ImportDoc, OrgDoc } from '../domain/documents';
import type { Context } from '../kit/context';
import { fileOf, linkTo, written } from '../kit/file';
import { record } from '../kit/journal';
import type { HandlerOf } from '../kit/serve';
import { add, get, transact, updateOne } from '../kit/store';
import { FAULTS, type Sheet, cellsOf, sheetOf } from './read';
import type { Came, Table } from './table';
import { tables } from './tables';
import { unitFor, viewOf } from './view';
import { bookOf } from './workbook';

/** How long an uploaded file is kept: it is full of people. */
const KEPT_MS = 86_400_000;

/**
 * Looks through a file (`dryRun`), or writes the next portion of its rows. The same file of the same table and unit is one import, whoever
 * sends it and however often. Errors: those of `unitFor`, `sheetOf` and `Open`, IMPORT_HAS_FAULTS, IMPORT_EMPTY, IMPORT_NOT_NOW.
 */
export const start: HandlerOf<'imports.start'> = async (context, input) => {
  const unit = await unitFor(context, 'imports.start', input.orgId);
  if (isRejection(unit)) return unit;
  const opened = await tables[input.table].open(unit, context);
  if (isRejection(opened)) return opened;
  const sheet = await sheetOf(context, input.fileId, opened);
  if (isRejection(sheet)) return sheet;
  await noteUpload(context, unit, input);
  const importId = sha256(`${input.table}\n${unit._id}\n${sheet.hash}`).toString('hex').slice(0, 24);
  const asked: Asked = { context, unit, input, importId, sheet };
  return input.dryRun ? checked(asked, opened) : portion(asked, opened);
};

interface Asked {
  context: Context;
  unit: OrgDoc;
  input: Parsed<'imports.start'>;
  importId: string;
  sheet: Sheet;
}

/** The upload is deleted after a day, as exports are after ten minutes. */
async function noteUpload(
  { who, now }: Context,
  { _id: orgId }: OrgDoc,
  { fileId, table }: Parsed<'imports.start'>,
): Promise<void> {
  await add('exports', {
    _id: `upload:${sha256(fileId).toString('hex').slice(0, 24)}`,
    at: now,
    by: who._id,
    orgId,
    table: `upload-${table}`,
    name: importTables[table],
    rows: 0,
    fileId,
    deleteAt: now + KEPT_MS,
  });
}

/** What is wrong, in the answer and in the file itself. */
async function checked(
  { context, unit, input: { table }, importId, sheet }: Asked,
  { columns, lists, check }: Table,
): Promise<ImportState | Rejection> {
  const { rows, head } = sheet;
  const { faults } = await check(sheet, { from: 0, to: 0 });
  const bad = faults.size;
  const own = head.filter((name) => name !== FAULTS);
  const file =
    bad === 0
      ? undefined
      : await fileOf(context, async () => ({
          orgId: unit._id,
          table: `faults-${table}`,
          name: `${unit.name}-${importTables[table]}，${bad}行要改.xlsx`,
          bytes: [
            await bookOf({
              name: importTables[table],
              columns,
              lists,
              head: [...own, FAULTS],
              rows: rows.map((row, i) => {
                const cells = cellsOf(head, row);
                const said = (faults.get(i) ?? []).map(({ column, text }) => `${column}：${text}`);
                return [...own.map((name) => cells[name] ?? ''), said.join('')];
              }),
            }),
          ],
          rows: () => rows.length,
        }));
  if (isRejection(file)) return file;
  const named = rows.flatMap(({ at }, i) => (faults.get(i) ?? []).map((fault) => ({ row: at, ...fault })));
  return {
    ...viewOf(fresh({ context, unit, table, importId, only: 'all', rows: rows.length })),
    state: 'checked',
    bad,
    faults: named.slice(0, limits.importFaults),
    file,
  };
}

interface Wish {
  context: Context;
  unit: OrgDoc;
  table: ImportDoc['table'];
  importId: string;
  only: ImportDoc['only'];
  rows: number;
}

const fresh = ({ context: { who, now }, unit, table, importId, only, rows }: Wish): ImportDoc => ({
  _id: importId,
  table,
  orgId: unit._id,
  unit: unit.unit,
  by: { id: who._id, name: who.name },
  at: now,
  only,
  state: 'running',
  ranAt: now,
  rows,
  cursor: 0,
  added: 0,
  known: 0,
  bad: 0,
});

/** Writes the next rows. A run that died has written some of them: they are found again, and counted as its own. */
async function portion(asked: Asked, { check, portion: most }: Table): Promise<ImportState | Rejection> {
  const { context, importId, sheet } = asked;
  const before = await get('imports', importId);
  const isKnown = before?.state === 'running';
  const cursor = isKnown ? before.cursor : 0;
  const to = Math.min(cursor + most, sheet.rows.length);
  const part = await check(sheet, { from: cursor, to, isKnown });
  const doc = await begun(asked, isKnown ? undefined : part.faults.size);
  if (isRejection(doc)) return doc;
  if (doc.state === 'done') return withTold(doc, context);
  const came = await part.write(context, importId);
  const isDone = to === sheet.rows.length;
  const told = came.told && (await toldBy(asked, came.told));
  const next: Partial<ImportDoc> = {
    cursor: to,
    added: doc.added + came.added,
    changed: (doc.changed ?? 0) + (came.changed ?? 0),
    known: doc.known + came.known,
    bad: doc.bad + (came.bad ?? 0) + [...part.faults.keys()].filter((at) => at >= cursor && at < to).length,
    ...(isDone ? { state: 'done', doneAt: context.now } : {}),
    ...(told ? { told } : {}),
  };
  // Where another run has written these rows as well, that one's counts stand.
  await updateOne('imports', { _id: importId, state: 'running', cursor }, next);
  return withTold((await get('imports', importId)) ?? { ...doc, ...next }, context);
}

/** Codes are kept nowhere but in this file, and in it for ten minutes. A run that died made others, which are dead. */
async function toldBy(
  { context, unit, importId, input: { table } }: Asked,
  { name, head, rows }: NonNullable<Came['told']>,
): Promise<ImportDoc['told']> {
  const doc = await written(context, `told:${importId}:${randomUUID()}`, {
    orgId: unit._id,
    table: `told-${table}`,
    name: `${unit.name}-${name}.xlsx`,
    bytes: [await bookOf({ name, columns: [], lists: {}, head, rows })],
    rows: () => rows.length,
  });
  return { fileId: doc.fileId, name: doc.name, rows: doc.rows, until: doc.deleteAt ?? context.now };
}

/** An import with the way to what is told of it, while there is one: only for who imported it. */
async function withTold(doc: ImportDoc, { who, now }: Context): Promise<ImportState> {
  const { told, by } = doc;
  const isThere = told !== undefined && now < told.until && by.id === who._id;
  return { ...viewOf(doc), file: isThere ? await linkTo(told) : undefined };
}

/** The import as it stands; a new one where there is none, or where it was taken back. `bad`: so many rows are, where all were looked at. */
async function begun(
  { context, unit, input: { table, only }, importId, sheet }: Asked,
  bad: number | undefined,
): Promise<ImportDoc | Rejection> {
  const rows = sheet.rows.length;
  return transact<ImportDoc | Rejection>(async (tx) => {
    const before = await tx.get('imports', importId);
    if (before?.state === 'undoing')
      return reject('IMPORT_NOT_NOW', { fileId: '这份表正在撤回，请等撤回完再导入。' });
    if (before?.state === 'running') await tx.update('imports', importId, { ranAt: context.now });
    if (before && before.state !== 'undone') return before;
    // Taken back in this moment: not all rows were looked at.
    if (bad === undefined) return reject('BUSY');
    if (only === 'all' && bad > 0) return reject('IMPORT_HAS_FAULTS', { only: `有${bad}行要改。` });
    if (bad === rows) return reject('IMPORT_EMPTY', { fileId: '每一行都有要改的。' });
    const doc = fresh({ context, unit, table, importId, only, rows });
    await tx.put('imports', doc);
    await record(tx, context, {
      unit: unit.unit,
      orgId: unit._id,
      what: 'import.do',
      about: { kind: 'unit', id: unit._id, name: unit.name },
      after: { from: `${importTables[table]}表格`, count: `${rows - bad}行` },
    });
    return doc;
  });
}
