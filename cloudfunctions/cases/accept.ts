import { isRejection } from '../../contract/errors';
import { acceptedAt, holderOf, takenOver } from '../domain/assignment/offer';
import { takeStep } from '../kit/cases';
import { byHand } from '../kit/dispatch';
import type { HandlerOf } from '../kit/serve';

/** The agent to whom the case is offered takes it; or the colleague to whom it is being handed over, if their day has room. */
export const accept: HandlerOf<'cases.accept'> = (context, { caseId }) => {
  const { who, now } = context;
  return takeStep(context, 'accept', caseId, async (kase) => {
    if (kase.handover?.agentId !== who._id) return { change: acceptedAt(kase, now) };
    const choice = await byHand(kase, who._id, context);
    if (isRejection(choice)) return choice;
    return {
      from: holderOf(kase),
      gives: choice.agent,
      change: takenOver(kase, choice.agent, choice.workDay, now),
    };
  });
};
