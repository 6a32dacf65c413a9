import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** 受理: a manager looks into a complaint from now on. */
export const receive: HandlerOf<'cases.receive'> = (context, { caseId }) =>
  takeStep(context, 'receive', caseId, () => ({}));
