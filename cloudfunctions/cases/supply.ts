import { resumed } from '../domain/case';
import { maskText } from '../domain/mask';
import { answerOf, changeCase } from '../kit/cases';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/** The resident, or the agent for them, supplies what was asked for; the clock goes on. */
export const supply: HandlerOf<'cases.supply'> = async (context, { caseId, text }) => {
  const supplied = await changeCase(context, 'supply', caseId, async (kase) => ({
    text: maskText(text),
    change: resumed(kase, await hoursOf(kase.unit.community), context.now),
  }));
  return answerOf(supplied, context.requestId);
};
