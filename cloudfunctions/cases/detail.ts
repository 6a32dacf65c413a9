import { isRejection } from '../../contract/errors';
import { viewOf } from '../domain/view';
import { permitted } from '../kit/cases';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';

/** A case, as much of it as the caller may see. */
export const detail: HandlerOf<'cases.detail'> = async ({ who, now }, { caseId }) => {
  const kase = permitted('cases.detail', who, await get('cases', caseId), '这个办件不是您的。');
  if (isRejection(kase)) return kase;
  const review = kase.reviewLevel === undefined ? undefined : await get('reviews', kase._id);
  return { case: viewOf(kase, who, await hoursOf(kase.unit.community), now, review) };
};
