import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** The agent asks the resident for something; the clock stands until it is there. */
export const ask: HandlerOf<'cases.ask'> = (context, input) => {
  const text = maskText(input.text);
  return takeStep(context, 'ask', input.caseId, () => ({
    text,
    change: { ask: text, pausedAt: context.now },
  }));
};
