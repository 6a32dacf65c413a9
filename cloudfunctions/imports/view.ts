import { IMPORT_UNDO_MS } from '../../contract/imports';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import type { ImportState } from '../../contract/models';
import type { ActionName } from '../../contract/actions';
import type { ImportDoc, OrgDoc } from '../domain/documents';
import type { Context } from '../kit/context';
import { mayOversee } from '../kit/rights';
import { get } from '../kit/store';
import { highestOf, overseenUnit } from '../kit/units';

/** An import as its managers see it. */
export function viewOf(doc: ImportDoc): ImportState {
  const {
    _id: importId,
    table,
    orgId,
    state,
    rows,
    cursor,
    added,
    changed = 0,
    known,
    bad,
    at,
    by,
    doneAt,
    undone,
  } = doc;
  return {
    importId,
    table,
    orgId,
    state,
    rows,
    done: undone ? undone.removed + undone.keptCount : cursor,
    added,
    changed,
    known,
    bad,
    faults: [],
    at,
    by: by.name,
    undoUntil: state === 'done' && doneAt !== undefined ? doneAt + IMPORT_UNDO_MS : undefined,
    removed: undone?.removed ?? 0,
    kept: undone?.kept ?? [],
    keptCount: undone?.keptCount ?? 0,
  };
}

/** The unit that a file is for: the one that was named, else the highest of the caller's. Errors: those of `overseenUnit`, UNIT_CLOSED, UNIT_CANNOT_BE_THERE. */
export async function unitFor(
  context: Context,
  action: ActionName,
  orgId: string | undefined,
): Promise<OrgDoc | Rejection> {
  const unit = await overseenUnit(context, action, orgId ?? highestOf(context.who.posts));
  if (isRejection(unit)) return unit;
  if (unit.closedAt !== undefined) return reject('UNIT_CLOSED', { orgId: `${unit.name}已经撤销了。` });
  if (unit.tier === 'grid') return reject('UNIT_CANNOT_BE_THERE', { orgId: '请到网格所在的社区里导入。' });
  return unit;
}

/** An import of a unit that the caller oversees. Errors: IMPORT_NOT_FOUND, also where it is another unit's. */
export async function ownImport(
  { who }: Context,
  action: ActionName,
  importId: string,
): Promise<ImportDoc | Rejection> {
  const doc = await get('imports', importId);
  return doc && mayOversee(action, who, doc.unit) === true
    ? doc
    : reject('IMPORT_NOT_FOUND', { importId: '没有这次导入。' });
}
