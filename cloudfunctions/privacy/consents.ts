import { isRejection, reject } from '../../contract/errors';
import { isOpen } from '../../contract/states';
import { photosOf, withoutPhotos } from '../domain/case/photos';
import { settle } from '../domain/case/settle';
import { withEntry } from '../domain/review/batch';
import { permitted } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';
import { checkIdOf } from '../kit/photo-checks';
import { remove } from '../kit/storage';
import { get, removeOne, transact } from '../kit/store';
import { replace } from '../kit/write';

const TRIES = 4;

/** Takes the caller's words off the wall, also those that hang there in a sealed batch; the rating counts as before. Errors: NOTHING_TO_DROP. */
export const unpublish: HandlerOf<'privacy.unpublish'> = async ({ who }, { caseId }) => {
  const kase = permitted('privacy.unpublish', who, await get('cases', caseId), '这个办件不是您的。');
  if (isRejection(kase)) return kase;
  return transact(async (tx) => {
    const review = await tx.get('reviews', caseId);
    const author = review?.enteredBy?.id ?? review?.residentId;
    if (!review || author !== who._id) return reject('NOTHING_TO_DROP', { caseId: '这件没有您的话在墙上。' });
    const batch = review.wallBatchId === undefined ? undefined : await tx.get('batches', review.wallBatchId);
    if (batch)
      await tx.update(
        'batches',
        batch._id,
        withEntry(batch, caseId, () => undefined),
      );
    await tx.update('reviews', caseId, { wall: undefined, wallSealAt: undefined, wallBatchId: undefined });
    return { caseId };
  });
};

/** Deletes the photos of a case that has ended, before their time. Errors: STATE_NOT_ALLOWED while it is open. */
export const dropPhotos: HandlerOf<'privacy.dropPhotos'> = async ({ who, now }, { caseId }) => {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const kase = permitted('privacy.dropPhotos', who, await get('cases', caseId), '这个办件不是您的。');
    if (isRejection(kase)) return kase;
    if (isOpen(kase.state))
      return reject('STATE_NOT_ALLOWED', { caseId: '还在办，照片要用。可以先撤销，或在材料里一张张删。' });
    const photos = photosOf(kase);
    // The files first: a run that dies between is found again by what the case still names.
    await remove(photos);
    for (const photo of photos) await removeOne('photoChecks', checkIdOf(photo));
    if (photos.length === 0 || (await replace(kase, settle({ ...kase, ...withoutPhotos(kase) }, now))))
      return { caseId, photos: photos.length };
  }
  return reject('BUSY');
};
