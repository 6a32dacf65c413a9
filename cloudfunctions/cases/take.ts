import { isRejection } from '../../contract/errors';
import { rectifiable, taken } from '../domain/review/rectify';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** A manager takes over the rectification. Errors: OWN_CASE, RECTIFY_NOT_NOW. */
export const take: HandlerOf<'cases.take'> = (context, { caseId }) =>
  takeStep(context, 'take', caseId, (kase) => {
    const rectification = rectifiable(kase, context.who, 'take');
    return isRejection(rectification) ? rectification : { change: taken(rectification, context.who) };
  });
