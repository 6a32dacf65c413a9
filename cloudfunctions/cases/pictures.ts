import { isRejection } from '../../contract/errors';
import { permitted } from '../kit/cases';
import { plainLinks } from '../kit/photos';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';

/** Links to the photos that came with a case: the storage lets no person read another's file. Errors: NOT_YOUR_CASE. */
export const pictures: HandlerOf<'cases.pictures'> = async ({ who }, { caseId }) => {
  const kase = permitted('cases.pictures', who, await get('cases', caseId), '这个办件不是您的。');
  if (isRejection(kase)) return kase;
  return { urls: await plainLinks(kase.photos ?? []) };
};
