import { shanghai } from '../../contract/time';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** The agent ends the case with a result, and the resident is asked whether it was good. */
export const complete: HandlerOf<'cases.complete'> = (context, input) => {
  const { now } = context;
  const result = maskText(input.result);
  const completedMonth = shanghai(now).format('YYYY-MM');
  return takeStep(context, 'complete', input.caseId, ({ steps }) => ({
    text: result,
    change: {
      result,
      completedAt: now,
      completedMonth,
      steps: steps.map((step) => ({ ...step, doneAt: step.doneAt ?? now })),
    },
  }));
};
