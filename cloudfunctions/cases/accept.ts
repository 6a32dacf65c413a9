import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** The agent to whom the case is offered takes it. */
export const accept: HandlerOf<'cases.accept'> = (context, { caseId }) =>
  takeStep(context, 'accept', caseId, ({ assignment }) => ({
    change: { assignment: assignment && { ...assignment, acceptedAt: context.now } },
  }));
