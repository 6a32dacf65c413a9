import { lodged } from '../domain/case/custody';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** 原件: it is at a window. Errors: ORIGINAL_NOT_FOUND, ORIGINAL_NOT_NOW. */
export const lodge: HandlerOf<'cases.lodge'> = (context, { caseId, custody, where }) =>
  takeStep(context, 'lodge', caseId, (kase) => lodged(kase, custody, maskText(where), context.now));
