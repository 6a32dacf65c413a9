import { reject } from '../../contract/errors';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** 换一位代办员: the resident wishes for another agent; the community's managers decide. Errors: WISH_OPEN. */
export const wish: HandlerOf<'cases.wish'> = (context, { caseId, reason }) =>
  takeStep(context, 'wish', caseId, ({ holderId = '', ...kase }) =>
    kase.wish
      ? reject('WISH_OPEN', { caseId: '已经跟社区说了。' })
      : { text: reason, change: { wish: { at: context.now, agentId: holderId, reason } } },
  );
