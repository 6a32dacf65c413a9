import { isRejection } from '../../contract/errors';
import { maskText } from '../domain/mask';
import { mended, rectifiable } from '../domain/review/rectify';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** What was done about a bad review that is true. Errors: OWN_CASE, RECTIFY_NOT_NOW. */
export const mend: HandlerOf<'cases.mend'> = (context, input) => {
  const text = maskText(input.text);
  return takeStep(context, 'mend', input.caseId, (kase) => {
    const rectification = rectifiable(kase, context.who, 'mend');
    if (isRejection(rectification)) return rectification;
    return { text, change: mended(rectification, { outcome: input.outcome, text }) };
  });
};
