import { shanghai } from '../../contract/time';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** When the resident is asked for a review once more: calendar days, at the same time of day. */
const INVITE_AGAIN_MS = 3 * 86_400_000;

/** The agent ends the case with a result, and the resident is asked whether it was good. */
export const complete: HandlerOf<'cases.complete'> = (context, input) => {
  const { now } = context;
  const result = maskText(input.result);
  const completedMonth = shanghai(now).format('YYYY-MM');
  return takeStep(context, 'complete', input.caseId, ({ steps, events }) => ({
    text: result,
    change: {
      result,
      completedAt: now,
      completedMonth,
      // Asked once at the end and once more after it, never again: also not where the case ends a second time.
      inviteAt: events.some((event) => event.do === 'complete') ? undefined : now + INVITE_AGAIN_MS,
      steps: steps.map((step) => ({ ...step, doneAt: step.doneAt ?? now })),
    },
  }));
};
