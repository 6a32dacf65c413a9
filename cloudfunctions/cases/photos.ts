import { isAtHome } from '../../contract/deeds';
import { isRejection, reject } from '../../contract/errors';
import { firstPart } from '../domain/case/case';
import { dealsWith } from '../domain/case/view';
import { withGiven } from '../kit/bundles';
import { permitted } from '../kit/cases';
import { photoLinks } from '../kit/photos';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';

/**
 * Links to the photos of a case's papers, for those who deal with it: its resident, and its agent by their own yes while it is
 * open. Errors: NOT_YOUR_CASE.
 */
export const photos: HandlerOf<'cases.photos'> = async ({ who }, { caseId }) => {
  const kase = permitted('cases.photos', who, await get('cases', caseId), '这个办件不是您的。');
  if (isRejection(kase)) return kase;
  const part = firstPart(who, kase);
  if (!dealsWith(kase, part)) return reject('NOT_YOUR_CASE', { caseId: '接了这件，办的时候才看得到照片。' });
  return { papers: await photoLinks(await withGiven(kase), { marks: !isAtHome(part) }) };
};
