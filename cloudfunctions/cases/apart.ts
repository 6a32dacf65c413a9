import { isRejection } from '../../contract/errors';
import { setApart } from '../domain/case/report';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** A report is taken out of those that it is shown with: it is another matter. Errors: NOT_A_REPORT. */
export const apart: HandlerOf<'cases.apart'> = (context, { caseId }) =>
  takeStep(context, 'apart', caseId, (kase) => {
    const report = setApart(kase, true);
    return isRejection(report) ? report : { change: { report } };
  });

/** It is shown with them again. Errors: NOT_A_REPORT. */
export const alike: HandlerOf<'cases.alike'> = (context, { caseId }) =>
  takeStep(context, 'alike', caseId, (kase) => {
    const report = setApart(kase, false);
    return isRejection(report) ? report : { change: { report } };
  });
