import { isRejection } from '../../contract/errors';
import { helped as ended } from '../domain/case/question';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** The answer to a question did. Errors: QUESTION_CLOSED. */
export const helped: HandlerOf<'cases.helped'> = (context, { caseId }) =>
  takeStep(context, 'helped', caseId, (kase) => {
    const change = ended(kase, context.now);
    return isRejection(change) ? change : { change };
  });
