import { completed } from '../domain/case/progress';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** The agent ends the case with a result, and the resident is asked whether it was good. */
export const complete: HandlerOf<'cases.complete'> = (context, input) => {
  const text = maskText(input.result);
  return takeStep(context, 'complete', input.caseId, (kase) => ({
    text,
    change: completed(kase, text, context.now),
  }));
};
