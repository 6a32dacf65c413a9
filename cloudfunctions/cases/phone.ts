import { isRejection } from '../../contract/errors';
import { callResults } from '../../contract/words';
import { maskText } from '../domain/mask';
import { phoned, rectifiable } from '../domain/review/rectify';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** One attempt of a rectification's call-back. Errors: OWN_CASE, RECTIFY_NOT_NOW, CALLED_JUST_NOW. */
export const phone: HandlerOf<'cases.phone'> = (context, { caseId, result, level, ...input }) => {
  const text = input.text === undefined ? undefined : maskText(input.text);
  return takeStep(context, 'phone', caseId, (kase) => {
    const { who, now } = context;
    const rectification = rectifiable(kase, who, 'phone');
    if (isRejection(rectification)) return rectification;
    const change = phoned(kase, rectification, { result, level, text }, who, now);
    if (isRejection(change)) return change;
    return { text: [callResults[result], text].filter(Boolean).join('：'), change };
  });
};
