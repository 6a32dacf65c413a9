import { isRejection } from '../../contract/errors';
import { HEARD, callResults } from '../../contract/words';
import { calledBack } from '../domain/case/complaint-steps';
import { holderId } from '../domain/case/holder';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import { org } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/** 回访 of a complaint: by somebody else than who answered, where there is one. Errors: COMPLAINT_CLOSED, OWN_CASE. */
export const callBack: HandlerOf<'cases.callBack'> = (context, { caseId, result, text }) =>
  takeStep(context, 'callBack', caseId, async (kase) => {
    const { who, now } = context;
    const managers = (await org(holderId(kase)))?.managers ?? [];
    const isAlone = !managers.some(({ id }) => id !== who._id && !kase.barred?.includes(id));
    const isHeard = HEARD.some((one) => one === result);
    const change = calledBack(kase, { who, isHeard, isAlone }, now);
    if (isRejection(change)) return change;
    const said = text === undefined ? undefined : maskText(text);
    return { text: [callResults[result], said].filter(Boolean).join('：'), change };
  });
