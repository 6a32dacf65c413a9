import { ticked } from '../domain/case/progress';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** The agent ticks the next step of the item as done. Errors: STEP_NOT_FOUND. */
export const progress: HandlerOf<'cases.progress'> = (context, input) =>
  takeStep(context, 'progress', input.caseId, (kase) => ticked(kase, input.step, context.now));
