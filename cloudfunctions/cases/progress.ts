import { reject } from '../../contract/errors';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** The agent ticks the next step of the item as done. Errors: STEP_NOT_FOUND. */
export const progress: HandlerOf<'cases.progress'> = (context, input) =>
  takeStep(context, 'progress', input.caseId, ({ steps }) => {
    const next = steps.findIndex((step) => step.doneAt === undefined);
    const step = steps[input.step];
    if (!step || input.step !== next) return reject('STEP_NOT_FOUND', { step: '请先办前面的步骤。' });
    return {
      text: step.name,
      change: { steps: steps.map((one) => (one === step ? { ...one, doneAt: context.now } : one)) },
    };
  });
