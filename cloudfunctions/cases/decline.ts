import { passedBy, stays } from '../domain/assignment/offer';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/**
 * The agent says no, with a reason, and the next candidate gets the offer in the same write. A colleague's no leaves the
 * case where it is.
 */
export const decline: HandlerOf<'cases.decline'> = (context, { caseId, reason }) => {
  const { who, now } = context;
  const text = maskText(reason);
  return takeStep(context, 'decline', caseId, (kase) =>
    kase.handover?.agentId === who._id
      ? { text, change: stays }
      : { text, seeks: true, change: passedBy(kase, who._id, now, reason) },
  );
};
