import { answerOf, changeCase } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** The agent to whom the case is offered takes it. */
export const accept: HandlerOf<'cases.accept'> = async (context, { caseId }) => {
  const accepted = await changeCase(context, 'accept', caseId, ({ assignment }) => ({
    change: { assignment: assignment && { ...assignment, acceptedAt: context.now } },
  }));
  return answerOf(accepted, context.requestId);
};
