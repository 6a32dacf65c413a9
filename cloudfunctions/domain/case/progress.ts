import { type Rejection, reject } from '../../../contract/errors';
import { shanghai } from '../../../contract/time';
import type { CaseDoc } from '../documents';
import type { Change } from './timeline';

/** When the resident is asked for a review once more: calendar days, at the same time of day. */
const INVITE_AGAIN_MS = 3 * 86_400_000;

/** The step that comes next, ticked as done: steps are done in their order. Errors: STEP_NOT_FOUND. */
export function ticked(
  { steps }: CaseDoc,
  at: number,
  now: number,
): { text: string; change: Change } | Rejection {
  const next = steps.findIndex((step) => step.doneAt === undefined);
  const step = steps[at];
  if (!step || at !== next) return reject('STEP_NOT_FOUND', { step: '请先办前面的步骤。' });
  const done = steps.map((one) => (one === step ? { ...one, doneAt: now } : one));
  return { text: step.name, change: { steps: done } };
}

/** What the end sets: all steps are done, and the resident is asked whether it was good. */
export function completed({ steps, events }: CaseDoc, result: string, now: number): Change {
  return {
    result,
    completedAt: now,
    completedMonth: shanghai(now).format('YYYY-MM'),
    // Asked once at the end and once more after it, never again: also not where the case ends a second time.
    inviteAt: events.some((event) => event.do === 'complete') ? undefined : now + INVITE_AGAIN_MS,
    steps: steps.map((step) => ({ ...step, doneAt: step.doneAt ?? now })),
  };
}
