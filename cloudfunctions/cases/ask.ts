import { maskText } from '../domain/mask';
import { answerOf, changeCase } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** The agent asks the resident for something; the clock stands until it is there. */
export const ask: HandlerOf<'cases.ask'> = async (context, input) => {
  const text = maskText(input.text);
  const asked = await changeCase(context, 'ask', input.caseId, () => ({
    text,
    change: { ask: text, pausedAt: context.now },
  }));
  return answerOf(asked, context.requestId);
};
