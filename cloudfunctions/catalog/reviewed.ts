import { isRejection, reject } from '../../contract/errors';
import { sayDay } from '../../contract/time';
import { entryOf, notOfDistrict, sayVersion } from '../kit/catalogue';
import { versionOf } from '../domain/catalog/local';
import { isRecorded, record } from '../kit/journal';
import { forgetCatalogue } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';

/** A manager has looked at an item and says that it is right as it stands. Errors: UNIT_NOT_YOURS, SERVICE_NOT_FOUND. */
export const reviewed: HandlerOf<'catalog.reviewed'> = async (context, { code }) => {
  const refused = notOfDistrict('catalog.reviewed', context);
  if (refused) return refused;
  const { now } = context;
  const done = await transact(async (tx) => {
    const doc = await tx.get('services', code);
    if (!doc) return reject('SERVICE_NOT_FOUND', { code: '没有这个事项。' });
    const isDone = await isRecorded(tx, context, { kind: 'item', id: code });
    if (isRejection(isDone)) return isDone;
    if (isDone) return { code, reviewedAt: doc.reviewedAt ?? now };
    await tx.update('services', code, { reviewedAt: now });
    const after = { version: `${sayVersion(versionOf(doc))}，${sayDay(now, now)}看过` };
    await record(tx, context, entryOf(context, 'item.review', doc, after));
    return { code, reviewedAt: now };
  });
  if (!isRejection(done)) forgetCatalogue();
  return done;
};
