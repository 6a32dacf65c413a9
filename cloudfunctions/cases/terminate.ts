import { maskText } from '../domain/mask';
import { resumed } from '../domain/case/pause';
import { takeStep } from '../kit/cases';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/** The agent or a manager ends a case that cannot be done, with the reason. */
export const terminate: HandlerOf<'cases.terminate'> = (context, { caseId, reason }) =>
  takeStep(context, 'terminate', caseId, async (kase) => ({
    text: maskText(reason),
    change: resumed(kase, await hoursOf(kase.unit.community), context.now),
  }));
