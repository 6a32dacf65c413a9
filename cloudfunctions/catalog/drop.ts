import { isRejection, reject } from '../../contract/errors';
import { picturesOf } from '../domain/catalog/pictures';
import { currentOf, droppedOf, notOfDistrict, versionId } from '../kit/catalogue';
import { record } from '../kit/journal';
import { isRepeat } from '../kit/repeat';
import { dropSamples } from '../kit/samples';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';

/** Gives a draft up; what is published stays. Errors: UNIT_NOT_YOURS, DRAFT_NOT_FOUND, CATALOG_CHANGED, REQUEST_REUSED. */
export const drop: HandlerOf<'catalog.drop'> = async (context, { code, rev }) => {
  const refused = notOfDistrict('catalog.drop', context);
  if (refused) return refused;
  const { version } = await currentOf(code);
  let left: string[] = [];
  const done = await transact(async (tx) => {
    const draft = await tx.get('serviceVersions', versionId(code, version + 1));
    const repeated = draft?.by.id === context.who._id && isRepeat(draft, context);
    if (isRejection(repeated)) return repeated;
    if (repeated) return { code };
    if (draft?.state !== 'draft') return reject('DRAFT_NOT_FOUND', { code: '没有要放弃的草稿。' });
    if (rev !== undefined && rev !== draft.rev)
      return reject('CATALOG_CHANGED', { rev: `${draft.by.name}刚改过草稿，请看过再说。` });
    const { who, now: at, requestId, digest } = context;
    const by = { id: who._id, name: who.name };
    await tx.update('serviceVersions', draft._id, { state: 'dropped', by, at, requestId, digest });
    await record(tx, context, droppedOf(context, draft));
    left = picturesOf(draft.item);
    return { code };
  });
  await dropSamples(code, left);
  return done;
};
