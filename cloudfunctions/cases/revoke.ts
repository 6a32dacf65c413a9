import { revoked } from '../domain/case/mandate';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** A 委托书 is taken back. Errors: MANDATE_NOT_FOUND. */
export const revoke: HandlerOf<'cases.revoke'> = (context, { caseId, mandateId }) =>
  takeStep(context, 'revoke', caseId, (kase) => revoked(kase, mandateId, context.now));
