import { isRejection } from '../../contract/errors';
import { released } from '../domain/case';
import { maskText } from '../domain/mask';
import { answerOf, changeCase } from '../kit/cases';
import { place } from '../kit/dispatch';
import type { HandlerOf } from '../kit/serve';

/**
 * The agent says no, with a reason, and the next candidate gets the offer. The no is written first: should the rest
 * fail, `sweep` finds the case waiting.
 */
export const decline: HandlerOf<'cases.decline'> = async (context, { caseId, reason }) => {
  const { who, now, requestId } = context;
  const declined = await changeCase(context, 'decline', caseId, ({ declinedBy }) => ({
    text: maskText(reason),
    change: { ...released, assignment: undefined, declinedBy: [...declinedBy, who._id], dispatchAt: now },
  }));
  if (isRejection(declined)) return declined;
  // A repeat may find that the case went on long ago.
  if (declined.state !== 'submitted') return answerOf(declined, requestId);
  const placed = await place(declined, 'replace', requestId, now);
  return answerOf(placed ?? declined, requestId);
};
