import { isRejection } from '../../contract/errors';
import { permitted } from '../kit/cases';
import { drawn } from '../kit/code';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';

/**
 * WeChat's own code that leads to a case, for its receipts: it holds the case's id, which tells nobody anything, and the page asks who looks.
 * It stands beside `code`, since WeChat grants each function its calls by itself.
 */
export const caseCode: HandlerOf<'units.caseCode'> = async (context, { caseId }) => {
  const kase = permitted('units.caseCode', context.who, await get('cases', caseId), '这个办件不是您的。');
  if (isRejection(kase)) return kase;
  return { png: await drawn({ scene: kase._id, page: 'packages/resident/case/index' }, context) };
};
