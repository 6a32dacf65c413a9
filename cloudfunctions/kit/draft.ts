import type { Output, Parsed } from '../../contract/actions';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { faultsOfItem } from '../domain/catalog/complete';
import { itemOf } from '../domain/catalog/local';
import { picturesOf } from '../domain/catalog/pictures';
import type { ServiceVersionDoc } from '../domain/documents';
import { currentOf, entryOf, sayVersion, versionId } from './catalogue';
import type { Context } from './context';
import { record } from './journal';
import { serviceItems } from './reference';
import { isRepeat } from './repeat';
import { dropSamples, unfitSamples } from './samples';
import { type Beside, get, transact } from './store';

/**
 * Saves what is to be the next version of an item. What is published is kept as a version with the first draft over it, so that
 * publishing has nothing to copy. Errors: CATALOG_CHANGED, BAD_INPUT, REQUEST_REUSED, PHOTO_STALE, PHOTO_UNFIT.
 */
export async function saveDraft(
  context: Context,
  { code, item, rev, over }: Parsed<'catalog.draft'>,
  beside?: Beside<ServiceVersionDoc>,
): Promise<Output<'catalog.draft'> | Rejection> {
  if (item.code !== code) return reject('BAD_INPUT', { 'item.code': '编号不能改，要换编号请另建一个事项。' });
  const [{ doc, version: current }, items] = await Promise.all([currentOf(code), serviceItems()]);
  if (!doc && items.length >= limits.items)
    return reject('BAD_INPUT', { code: `目录最多${limits.items}项，请先并掉几项。` });
  const version = current + 1;
  const { who, now: at, requestId, digest } = context;
  const by = { id: who._id, name: who.name };
  const shown = doc ? picturesOf(doc) : [];
  const unpublished = picturesOf(item).filter((one) => !shown.includes(one));
  const fresh = await notInDraft(versionId(code, version), unpublished);
  const unfit = await unfitSamples(code, fresh, context);
  if (unfit) return unfit;
  let left: string[] = [];
  const saved = await transact(async (tx) => {
    const before = await tx.get('serviceVersions', versionId(code, version));
    const repeated = before?.by.id === who._id && isRepeat(before, context);
    if (isRejection(repeated)) return repeated;
    if (before && repeated) return before.rev;
    const open = before?.state === 'draft' ? before : undefined;
    left = open ? picturesOf(open.item) : [];
    if (over !== undefined && over !== current)
      return reject('CATALOG_CHANGED', {
        rev: `您改的时候，${sayVersion(current)}已经发布了，请看过新的再改。`,
      });
    if (before?.state === 'published' || (rev !== undefined && rev !== (open?.rev ?? 0)))
      return reject('CATALOG_CHANGED', {
        rev: open ? `${open.by.name}刚存过草稿，请看过再改。` : '请看过新的再改。',
      });
    const kept = doc && (await tx.get('serviceVersions', versionId(code, current)));
    if (doc && !kept) {
      const { publishedAt = 0 } = doc;
      const office = { id: '', name: '' };
      await tx.add('serviceVersions', {
        _id: versionId(code, current),
        code,
        version: current,
        state: 'published',
        item: itemOf(doc),
        rev: 0,
        by: office,
        at: publishedAt,
        requestId: '',
      });
    }
    const next: Omit<ServiceVersionDoc, '_id'> = {
      code,
      version,
      state: 'draft',
      item,
      rev: (before?.rev ?? kept?.rev ?? 0) + 1,
      by,
      at,
      requestId,
      digest,
    };
    if (before) await tx.update('serviceVersions', before._id, next);
    else await tx.add('serviceVersions', { _id: versionId(code, version), ...next });
    await beside?.(tx, before, { _id: versionId(code, version), ...next });
    if (!open)
      await record(tx, context, entryOf(context, 'item.draft', item, { version: sayVersion(version) }));
    return next.rev;
  });
  if (isRejection(saved)) return saved;
  const now = picturesOf(item);
  await dropSamples(
    code,
    left.filter((one) => !now.includes(one)),
  );
  return { code, version, rev: saved, faults: faultsOfItem(item, [...items.map((one) => one.code), code]) };
}

/** Those of the pictures that the draft, as it is stored, does not have either. Most saves bring none, and need not pay for reading it. */
async function notInDraft(id: string, pictures: readonly string[]): Promise<string[]> {
  if (pictures.length === 0) return [];
  const draft = await get('serviceVersions', id);
  const drawn = draft?.state === 'draft' ? picturesOf(draft.item) : [];
  return pictures.filter((one) => !drawn.includes(one));
}
