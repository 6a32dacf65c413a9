import { isRejection, reject } from '../../contract/errors';
import { judged } from '../domain/case/papers';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** The agent takes papers as they are. What is wrong with one is asked for (`ask`). */
export const check: HandlerOf<'cases.check'> = (context, { caseId, papers }) =>
  takeStep(context, 'check', caseId, (kase) => {
    const next = judged(kase, papers, context.now);
    if (isRejection(next)) return next;
    const { lacks, ...decision } = next;
    return lacks ? reject('BAD_INPUT', { papers: '材料不对，请用“要补材料”告诉居民。' }) : decision;
  });
