import { dismissed } from '../domain/family';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** The resident does without who asked for them. Errors: FAMILY_NOT_FOUND. */
export const dismiss: HandlerOf<'cases.dismiss'> = (context, { caseId }) =>
  takeStep(context, 'dismiss', caseId, dismissed);
