import { type Rejection, isRejection, reject } from '../../contract/errors';
import { faultsOfItem } from '../domain/catalog/complete';
import { versionOf } from '../domain/catalog/local';
import type { ServiceItem } from '../../contract/models';
import { entryOf, notOfDistrict, sayVersion, versionId } from '../kit/catalogue';
import type { Context } from '../kit/context';
import { record } from '../kit/journal';
import { forgetCatalogue, serviceItem, serviceItems } from '../kit/reference';
import { isRepeat } from '../kit/repeat';
import type { HandlerOf } from '../kit/serve';
import { type Transaction, get, transact } from '../kit/store';

/**
 * The draft of an item becomes what residents read. Of two managers who publish it at the same time one does it, and the other is told.
 * Where this instance remembers an older catalogue, the draft is looked for once more. Errors: UNIT_NOT_YOURS, DRAFT_NOT_FOUND,
 * DRAFT_INCOMPLETE, CATALOG_CHANGED, REQUEST_REUSED.
 */
export const publish: HandlerOf<'catalog.publish'> = async (context, { code, rev }) => {
  const refused = notOfDistrict('catalog.publish', context);
  if (refused) return refused;
  let before = await current(code);
  let done = await publishOver(context, code, before, rev);
  if (done === 'gone' || done === 'published') {
    const first = done;
    forgetCatalogue();
    before = await current(code);
    done = await publishOver(context, code, before, rev);
    if (done === 'gone' || done === 'published') return missing(context, code, before, first);
  }
  if (isRejection(done)) return done;
  forgetCatalogue();
  return { code, version: done };
};

const current = async (code: string): Promise<number> => versionOf(await serviceItem(code));

/** One transaction: the draft over this version, if it is there. */
async function publishOver(
  context: Context,
  code: string,
  before: number,
  rev: number | undefined,
): Promise<number | Rejection | 'gone' | 'published'> {
  const known = [...(await serviceItems()).map((item) => item.code), code];
  const version = before + 1;
  return transact<number | Rejection | 'gone' | 'published'>(
    async (tx) => {
      const draft = await tx.get('serviceVersions', versionId(code, version));
      if (!draft || draft.state === 'dropped') return 'gone';
      if (draft.state === 'published') return 'published';
      if (rev !== undefined && rev !== draft.rev)
        return reject('CATALOG_CHANGED', { rev: `${draft.by.name}刚改过草稿，请看过再发布。` });
      const faults = faultsOfItem(draft.item, known);
      if (Object.keys(faults).length > 0) return reject('DRAFT_INCOMPLETE', faults);
      await put(tx, context, { item: draft.item, version, order: known.length });
      const { who, now: at, requestId, digest } = context;
      const by = { id: who._id, name: who.name };
      await tx.update('serviceVersions', draft._id, { state: 'published', by, at, requestId, digest });
      const [told, was] = [{ version: sayVersion(version) }, { version: sayVersion(before) }];
      await record(tx, context, entryOf(context, 'item.publish', draft.item, told, was));
      return version;
    },
    { taken: 'published' },
  );
}

/** What residents read, in the transaction that publishes it. The first version of an item is added at the end of the catalogue. */
export async function put(
  tx: Transaction,
  { now }: Context,
  { item, version, order }: { item: ServiceItem; version: number; order: number },
): Promise<void> {
  const published = { version, publishedAt: now, reviewedAt: now };
  if (version === 1) await tx.add('services', { _id: item.code, order, ...item, ...published });
  else await tx.update('services', item.code, { ...item, ...published });
}

/** There is no draft: this very request has published it, another has, or there was none. */
async function missing(
  context: Context,
  code: string,
  version: number,
  first: 'gone' | 'published',
): Promise<{ code: string; version: number } | Rejection> {
  const last = version === 0 ? undefined : await get('serviceVersions', versionId(code, version));
  const repeated = last?.by.id === context.who._id && isRepeat(last, context);
  if (isRejection(repeated)) return repeated;
  if (repeated) return { code, version };
  return first === 'published'
    ? reject('CATALOG_CHANGED', { code: `${last?.by.name ?? '别人'}刚发布了第${version}版，请看过再改。` })
    : reject('DRAFT_NOT_FOUND', { code: '没有要发布的草稿。' });
}
