import { isRejection, reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { entryOf, notOfDistrict } from '../kit/catalogue';
import { isRecorded, record } from '../kit/journal';
import { settleMissed } from '../kit/missed';
import { forgetCatalogue } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';

/**
 * Words that mean an item, or one kind of it: kept beside its versions, so that no draft loses them. Searches know them with the next
 * catalogue that is read. Errors: UNIT_NOT_YOURS, SERVICE_NOT_FOUND, SUBTYPE_NOT_FOUND, BAD_INPUT, REQUEST_REUSED.
 */
export const learn: HandlerOf<'catalog.learn'> = async (context, { code, subtype, words }) => {
  const refused = notOfDistrict('catalog.learn', context);
  if (refused) return refused;
  const learned = await transact(async (tx) => {
    const doc = await tx.get('services', code);
    if (!doc) return reject('SERVICE_NOT_FOUND', { code: '没有这个事项。' });
    if (subtype !== undefined && !doc.subtypes.some((one) => one.code === subtype))
      return reject('SUBTYPE_NOT_FOUND', { subtype: '没有这个办理类型。' });
    const before = doc.learned ?? [];
    const isDone = await isRecorded(tx, context, { kind: 'item', id: code });
    if (isRejection(isDone)) return isDone;
    const known = new Set(before.map(({ word }) => word));
    const more = words.filter((word) => !known.has(word)).map((word) => ({ word, subtype }));
    if (isDone || more.length === 0) return before.length;
    const all = [...before, ...more];
    if (all.length > limits.sayings)
      return reject('BAD_INPUT', { words: `一个事项最多学${limits.sayings}个说法，请改到关键词里。` });
    await tx.update('services', code, { learned: all });
    const after = { keywords: more.map(({ word }) => word).join('、') };
    await record(tx, context, entryOf(context, 'item.learn', doc, after));
    return all.length;
  });
  if (isRejection(learned)) return learned;
  await settleMissed(words);
  forgetCatalogue();
  return { code, learned };
};
