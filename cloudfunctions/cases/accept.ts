import { isRejection } from '../../contract/errors';
import { takenOver } from '../domain/assignment/offer';
import { takeStep } from '../kit/cases';
import { byHand } from '../kit/dispatch';
import type { HandlerOf } from '../kit/serve';

/** The agent to whom the case is offered takes it; or the colleague to whom it is being handed over, if their day has room. */
export const accept: HandlerOf<'cases.accept'> = (context, { caseId }) => {
  const { who, now } = context;
  return takeStep(context, 'accept', caseId, async (kase) => {
    const { assignment, handover } = kase;
    if (handover?.agentId !== who._id)
      return { change: { assignment: assignment && { ...assignment, acceptedAt: now } } };
    const choice = await byHand(kase, who._id, context);
    if (isRejection(choice)) return choice;
    return {
      from: assignment && { id: assignment.agentId, name: assignment.agentName },
      gives: choice.agent,
      change: takenOver(kase, choice.agent, choice.workDay, now),
    };
  });
};
