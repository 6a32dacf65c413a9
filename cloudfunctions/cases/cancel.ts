import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** The resident takes the request back. */
export const cancel: HandlerOf<'cases.cancel'> = (context, { caseId, reason }) =>
  takeStep(context, 'cancel', caseId, () => ({
    text: reason === undefined ? undefined : maskText(reason),
  }));
