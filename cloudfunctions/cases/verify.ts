import { isRejection } from '../../contract/errors';
import { maskText } from '../domain/mask';
import { rectifiable, verified } from '../domain/review/rectify';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** What looking into a bad review found. Errors: OWN_CASE, RECTIFY_NOT_NOW. */
export const verify: HandlerOf<'cases.verify'> = (context, { caseId, isUpheld, findings }) => {
  const text = maskText(findings);
  return takeStep(context, 'verify', caseId, (kase) => {
    const { who, now } = context;
    const rectification = rectifiable(kase, who, 'verify');
    if (isRejection(rectification)) return rectification;
    return { text, change: verified(kase, rectification, { isUpheld, findings: text }, who, now) };
  });
};
