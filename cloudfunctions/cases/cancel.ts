import { released } from '../domain/case';
import { maskText } from '../domain/mask';
import { answerOf, changeCase } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** The resident takes the request back. */
export const cancel: HandlerOf<'cases.cancel'> = async (context, { caseId, reason }) => {
  const cancelled = await changeCase(context, 'cancel', caseId, () => ({
    text: reason === undefined ? undefined : maskText(reason),
    change: { ...released, dispatchAt: undefined, ask: undefined },
  }));
  return answerOf(cancelled, context.requestId);
};
