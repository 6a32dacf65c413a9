import { isRejection, reject } from '../../contract/errors';
import { partsIn } from '../domain/case/case';
import { readsReviews } from '../domain/case/readers';
import { permitted } from '../kit/cases';
import { plainLinks } from '../kit/photos';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';

/**
 * Links to a review's photos. The storage lets no person read another's file; a manager of the case gets a link, but not
 * where the case was in their own hands. Errors: NOT_YOUR_CASE.
 */
export const photos: HandlerOf<'reviews.photos'> = async ({ who }, { caseId }) => {
  const kase = permitted('reviews.photos', who, await get('cases', caseId), '这个办件不归您管。');
  if (isRejection(kase)) return kase;
  if (!readsReviews(partsIn(who, kase)[0])) return reject('NOT_YOUR_CASE', { caseId: '这是您自己办的件。' });
  return { urls: await plainLinks((await get('reviews', caseId))?.photos ?? []) };
};
