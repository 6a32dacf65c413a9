import { type Rejection, isRejection, reject } from '../../contract/errors';
import { IMPORT_UNDO_MS, importTables } from '../../contract/imports';
import type { ImportDoc } from '../domain/documents';
import type { Context } from '../kit/context';
import { each } from '../kit/each';
import { record } from '../kit/journal';
import type { HandlerOf } from '../kit/serve';
import { get, transact, updateOne } from '../kit/store';
import { tables } from './tables';
import { ownImport, viewOf } from './view';

/** As many as one read gives; and how many such reads one call makes. */
const BATCH = 100;
const BATCHES = 5;
/** A function ends after twenty seconds: a run that began so long ago writes nothing any more. */
const DEAD_MS = 60_000;
/** Names of what stays that are kept; all are counted. */
const NAMED = 50;

/**
 * Takes back what nobody has touched since, a portion a call: who asks goes on asking until it is `undone`. What has been touched stays, and is
 * listed. Errors: those of `ownImport`, IMPORT_NOT_NOW, IMPORT_UNDO_TOO_LATE.
 */
export const undo: HandlerOf<'imports.undo'> = async (context, { importId }) => {
  const found = await ownImport(context, 'imports.undo', importId);
  if (isRejection(found)) return found;
  const begins = await begun(context, found);
  if (isRejection(begins)) return begins;
  let doc: ImportDoc = begins;
  const { made, remove, inOrder } = tables[doc.table].undo;
  const [batches, size] = inOrder === undefined ? [BATCHES, BATCH] : [1, inOrder];
  for (let i = 0; i < batches && doc.state === 'undoing' && doc.undone; i += 1) {
    const undone: NonNullable<ImportDoc['undone']> = doc.undone;
    const batch = await made(importId, undone.after, size);
    const kept: { name: string; why: string }[] = [];
    await each(
      batch,
      async ({ id, name, why }) => {
        const stays = await remove(id, why, context);
        if (stays !== undefined) kept.push({ name, why: stays });
      },
      inOrder === undefined ? undefined : 1,
    );
    const keptCount = undone.keptCount + kept.length;
    const isDone = batch.length < size;
    const next: Partial<ImportDoc> = {
      undone: {
        total: undone.total,
        after: batch.at(-1)?.id ?? undone.after,
        // A run that died has taken some away already.
        removed: isDone ? undone.total - keptCount : undone.removed + batch.length - kept.length,
        keptCount,
        kept: [...undone.kept, ...kept].slice(0, NAMED),
      },
      state: isDone ? 'undone' : 'undoing',
    };
    const isOurs: boolean = await updateOne(
      'imports',
      { _id: importId, state: 'undoing', 'undone.after': undone.after },
      next,
    );
    doc = isOurs ? { ...doc, ...next } : ((await get('imports', importId)) ?? doc);
  }
  return viewOf(doc);
};

/** The import, being taken back from now on. One that has been already is left as it is. */
async function begun(context: Context, { _id, table }: ImportDoc): Promise<ImportDoc | Rejection> {
  const total = await tables[table].undo.count(_id);
  return transact<ImportDoc | Rejection>(async (tx) => {
    const doc = await tx.get('imports', _id);
    if (!doc) return reject('IMPORT_NOT_FOUND', { importId: '没有这次导入。' });
    if (doc.state === 'undoing' || doc.state === 'undone') return doc;
    if (doc.state === 'running' && context.now < doc.ranAt + DEAD_MS)
      return reject('IMPORT_NOT_NOW', { importId: '正在导入，请过一分钟再撤回。' });
    if (doc.doneAt !== undefined && context.now > doc.doneAt + IMPORT_UNDO_MS)
      return reject('IMPORT_UNDO_TOO_LATE', { importId: '已经超过24小时了。' });
    const undone = { total, after: '', removed: 0, keptCount: 0, kept: [] };
    await tx.update('imports', _id, { state: 'undoing', undone });
    await record(tx, context, {
      unit: doc.unit,
      orgId: doc.orgId,
      what: 'import.undo',
      about: { kind: 'unit', id: doc.orgId, name: (await tx.get('orgs', doc.orgId))?.name ?? '' },
      before: { from: `${importTables[doc.table]}表格`, count: `${total}行` },
    });
    return { ...doc, state: 'undoing', undone };
  });
}
