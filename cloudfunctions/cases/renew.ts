import { renewable } from '../domain/case/mandate';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** 续办: the agent asks for the next 委托书. Errors: MANDATE_NOT_FOUND, MANDATE_STANDS. */
export const renew: HandlerOf<'cases.renew'> = (context, { caseId, mandateId }) =>
  takeStep(context, 'renew', caseId, (kase) => renewable(kase, mandateId, context.now));
