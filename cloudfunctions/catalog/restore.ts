import { isRejection, reject } from '../../contract/errors';
import { currentOf, entryOf, notOfDistrict, sayVersion, versionId } from '../kit/catalogue';
import { record } from '../kit/journal';
import { forgetCatalogue } from '../kit/reference';
import { isRepeat } from '../kit/repeat';
import type { HandlerOf } from '../kit/serve';
import { get, transact } from '../kit/store';
import { put } from './publish';

/**
 * Brings an earlier version back, as a new one: what was published stays as it was. Errors: UNIT_NOT_YOURS, VERSION_NOT_FOUND,
 * DRAFT_IN_THE_WAY, CATALOG_CHANGED, REQUEST_REUSED.
 */
export const restore: HandlerOf<'catalog.restore'> = async (context, { code, version: from }) => {
  const refused = notOfDistrict('catalog.restore', context);
  if (refused) return refused;
  const [{ version: before }, earlier] = await Promise.all([
    currentOf(code),
    get('serviceVersions', versionId(code, from)),
  ]);
  if (earlier?.state !== 'published' || before === 0)
    return reject('VERSION_NOT_FOUND', { version: `没有第${from}版。` });
  const last = await get('serviceVersions', versionId(code, before));
  const repeated = last?.by.id === context.who._id && isRepeat(last, context);
  if (isRejection(repeated)) return repeated;
  if (repeated) return { code, version: before };
  if (from === before) return reject('VERSION_NOT_FOUND', { version: '现在就是这一版，请选一个更早的。' });
  const version = before + 1;
  const done = await transact(async (tx) => {
    const next = await tx.get('serviceVersions', versionId(code, version));
    if (next?.state === 'draft')
      return reject('DRAFT_IN_THE_WAY', { code: `${next.by.name}的草稿还没发布。` });
    if (next?.state === 'published')
      return reject('CATALOG_CHANGED', { code: '刚才有人发布过，请看过再说。' });
    const { who, now: at, requestId, digest } = context;
    const restored = {
      code,
      version,
      state: 'published' as const,
      item: earlier.item,
      rev: (next?.rev ?? last?.rev ?? 0) + 1,
      by: { id: who._id, name: who.name },
      at,
      requestId,
      digest,
      from,
    };
    if (next) await tx.update('serviceVersions', next._id, restored);
    else await tx.add('serviceVersions', { _id: versionId(code, version), ...restored });
    await put(tx, context, { item: earlier.item, version, order: 0 });
    const after = { version: `${sayVersion(version)}，同${sayVersion(from)}` };
    const was = { version: sayVersion(before) };
    await record(tx, context, entryOf(context, 'item.restore', earlier.item, after, was));
    return { code, version };
  });
  if (!isRejection(done)) forgetCatalogue();
  return done;
};
