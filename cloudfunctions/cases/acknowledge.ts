import { acknowledged } from '../domain/case/escalation';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** A manager of the tier that was told says that they know: that cause goes no further up. Errors: NOT_ESCALATED. */
export const acknowledge: HandlerOf<'cases.acknowledge'> = (context, { caseId }) =>
  takeStep(context, 'acknowledge', caseId, (kase) => acknowledged(kase, context.who, context.now));
