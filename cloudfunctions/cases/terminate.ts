import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** The agent or a manager ends a case that cannot be done, with the reason. */
export const terminate: HandlerOf<'cases.terminate'> = (context, { caseId, reason }) =>
  takeStep(context, 'terminate', caseId, () => ({ text: maskText(reason) }));
