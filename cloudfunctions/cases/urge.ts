import { urgable } from '../domain/case/case';
import { takeStep } from '../kit/cases';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/** The resident asks to hurry (催办); the agent is told. Again only after four working hours. */
export const urge: HandlerOf<'cases.urge'> = (context, { caseId }) =>
  takeStep(context, 'urge', caseId, async (kase) => {
    return urgable(kase, await hoursOf(kase.unit.community), context.now) ?? {};
  });
