import { reject } from '../../contract/errors';
import { isOfStaff } from '../domain/case/complaint';
import { replied } from '../domain/case/complaint-steps';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** A manager ends a complaint of the staff with what was found. Errors: STATE_NOT_ALLOWED for any other case. */
export const reply: HandlerOf<'cases.reply'> = (context, input) => {
  const text = maskText(input.result);
  return takeStep(context, 'reply', input.caseId, (kase) =>
    isOfStaff(kase)
      ? { text, change: replied(kase, text, context.who, context.now) }
      : reject('STATE_NOT_ALLOWED'),
  );
};
