import { denied } from '../domain/case/custody';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** 原件: the resident says that it was not so; their community is told. Errors: ORIGINAL_NOT_FOUND, ORIGINAL_NOT_NOW. */
export const deny: HandlerOf<'cases.deny'> = (context, { caseId, custody, text }) =>
  takeStep(context, 'deny', caseId, (kase) => denied(kase, custody, maskText(text), context.now));
