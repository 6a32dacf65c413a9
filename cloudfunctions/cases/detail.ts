import { reject } from '../../contract/errors';
import { viewOf } from '../domain/view';
import { mayTouch } from '../kit/policy';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';

/** A case, as much of it as the caller may see. */
export const detail: HandlerOf<'cases.detail'> = async ({ who, now }, { caseId }) => {
  const kase = await get('cases', caseId);
  if (!kase) return reject('CASE_NOT_FOUND', { caseId: '没有这个办件。' });
  const may = mayTouch('cases.detail', who, kase);
  if (may !== true) return reject(may, { caseId: '这个办件不是您的。' });
  const review = kase.reviewLevel === undefined ? undefined : await get('reviews', kase._id);
  return { case: viewOf(kase, who, await hoursOf(kase.unit.community), now, review) };
};
