import { shanghai } from '../../contract/time';
import { released } from '../domain/case';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** The agent ends the case with a result, and the resident is asked whether it was good. */
export const complete: HandlerOf<'cases.complete'> = (context, input) => {
  const result = maskText(input.result);
  const completedMonth = shanghai(context.now).format('YYYY-MM');
  return takeStep(context, 'complete', input.caseId, () => ({
    text: result,
    change: { ...released, result, completedAt: context.now, completedMonth },
  }));
};
