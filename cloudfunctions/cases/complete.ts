import { isRejection } from '../../contract/errors';
import { kept } from '../domain/case/custody';
import { completed } from '../domain/case/progress';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/**
 * The agent ends the case with a result, and the resident is asked whether it was good. 证件 that they do not have yet (`hands`) are
 * waited for until they say that they do. Errors: ORIGINALS_FULL, ORIGINAL_OUT.
 */
export const complete: HandlerOf<'cases.complete'> = (context, { caseId, result, hands }) => {
  const text = maskText(result);
  return takeStep(context, 'complete', caseId, async (kase) => {
    const { who, now } = context;
    const change = completed(kase, text, now);
    if (hands === undefined) return { text, change };
    const said = { what: maskText(hands), where: '办结的时候', isResult: true } as const;
    const owed = kept(kase, said, { id: who._id, name: who.name }, await hoursOf(kase.unit.community), now);
    return isRejection(owed) ? owed : { text, change: { ...change, ...owed.change } };
  });
};
