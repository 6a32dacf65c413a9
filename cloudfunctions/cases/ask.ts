import { maskText } from '../domain/mask';
import { paused } from '../domain/case/pause';
import { takeStep } from '../kit/cases';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/** The agent asks the resident for something; the promise stands until it is there. */
export const ask: HandlerOf<'cases.ask'> = (context, input) => {
  const text = maskText(input.text);
  return takeStep(context, 'ask', input.caseId, async (kase) => ({
    text,
    change: paused(kase, await hoursOf(kase.unit.community), text, context.who.name, context.now),
  }));
};
