import { isRejection, reject } from '../../contract/errors';
import { entryOf, notOfDistrict } from '../kit/catalogue';
import { isRecorded, record } from '../kit/journal';
import { forgetCatalogue, serviceItems } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';
import { builtIn } from './content';

/** What the journal calls the catalogue as a whole. */
const CATALOGUE = { code: 'catalogue', name: '服务目录' };

/**
 * Publishes items of the product's own content as the editors wrote them: all in one transaction, those that are there already left
 * alone. Errors: UNIT_NOT_YOURS, SERVICE_NOT_FOUND, REQUEST_REUSED.
 */
export const start: HandlerOf<'catalog.start'> = async (context, { codes }) => {
  const refused = notOfDistrict('catalog.start', context);
  if (refused) return refused;
  const content = await builtIn();
  const strange = codes.find((code) => !content.some((item) => item.code === code));
  if (strange !== undefined) return reject('SERVICE_NOT_FOUND', { codes: `没有“${strange}”这个事项。` });
  forgetCatalogue();
  const there = new Set((await serviceItems()).map(({ code }) => code));
  const wanted = content
    .map((item, order) => ({ _id: item.code, order, ...item }))
    .filter(({ code }) => codes.includes(code) && !there.has(code));
  const done = await transact(async (tx) => {
    const isDone = await isRecorded(tx, context, { kind: 'item', id: CATALOGUE.code });
    if (isRejection(isDone)) return isDone;
    if (isDone) return 0;
    const { now } = context;
    let added = 0;
    for (const item of wanted) {
      if (await tx.get('services', item._id)) continue;
      await tx.add('services', { ...item, version: 1, publishedAt: now, reviewedAt: now });
      added += 1;
    }
    const after = { count: added > 0 ? `${added}项` : '' };
    await record(tx, context, entryOf(context, 'item.start', CATALOGUE, after));
    return added;
  });
  if (isRejection(done)) return done;
  forgetCatalogue();
  return { items: (await serviceItems()).length };
};
