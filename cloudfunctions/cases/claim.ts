import { isRejection } from '../../contract/errors';
import { claimedBy } from '../domain/assignment/offer';
import { takeStep } from '../kit/cases';
import { byHand } from '../kit/dispatch';
import type { HandlerOf } from '../kit/serve';

/** An agent takes a case that no agent has. Of many who reach for it one gets it, and no agent gets more than their day holds. */
export const claim: HandlerOf<'cases.claim'> = (context, { caseId }) => {
  const { who, now } = context;
  return takeStep(context, 'claim', caseId, async (kase) => {
    const choice = await byHand(kase, who._id, context);
    if (isRejection(choice)) return choice;
    return { gives: choice.agent, change: claimedBy(choice.agent, choice.workDay, now) };
  });
};
