import { maskText } from '../domain/mask';
import { resumed } from '../domain/case/pause';
import { takeStep } from '../kit/cases';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/** The resident takes the request back, or a manager whom they rang. */
export const cancel: HandlerOf<'cases.cancel'> = (context, { caseId, reason }) =>
  takeStep(context, 'cancel', caseId, async (kase) => ({
    text: reason === undefined ? undefined : maskText(reason),
    change: resumed(kase, await hoursOf(kase.unit.community), context.now),
  }));
