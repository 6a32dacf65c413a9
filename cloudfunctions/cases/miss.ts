import { isRejection } from '../../contract/errors';
import { missed } from '../domain/case/visit';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** 没遇到: the hour has come, and the other one has not. Said by the agent at the door or by the resident behind it. */
export const miss: HandlerOf<'cases.miss'> = (context, { caseId }) =>
  takeStep(context, 'miss', caseId, (kase) => {
    const change = missed(kase, context.now);
    return isRejection(change) ? change : { change };
  });
