import { isRejection } from '../../contract/errors';
import { calledOff } from '../domain/case/visit';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** 不约了: the hour is given back, the case goes on. Errors: NO_VISIT, VISIT_BEGUN. */
export const callOff: HandlerOf<'cases.callOff'> = (context, { caseId }) =>
  takeStep(context, 'callOff', caseId, (kase) => {
    const change = calledOff(kase);
    return isRejection(change) ? change : { change };
  });
