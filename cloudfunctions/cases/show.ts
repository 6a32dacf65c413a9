import { shown } from '../domain/case/mandate';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** The agent shows a 委托书 at a window: looked at in this very moment. Errors: MANDATE_NOT_FOUND, MANDATE_OVER. */
export const show: HandlerOf<'cases.show'> = (context, { caseId, mandateId }) =>
  takeStep(context, 'show', caseId, (kase) => shown(kase, mandateId, context.who._id, context.now));
