import { isRejection } from '../../contract/errors';
import { levels } from '../../contract/words';
import { maskText } from '../domain/mask';
import { answerToRate, rated } from '../domain/case/whistle';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** The asking side says whether a whistle's answer helped; once. */
export const rateAnswer: HandlerOf<'cases.rateAnswer'> = (context, input) =>
  takeStep(context, 'rateAnswer', input.caseId, (kase) => {
    const whistle = answerToRate(kase, context.who, input.whistleId);
    if (isRejection(whistle)) return whistle;
    const words = input.text === undefined ? undefined : maskText(input.text);
    return {
      text: [levels[input.level], words].filter(Boolean).join('：'),
      org: { id: whistle.orgId, name: whistle.orgName },
      whistleId: whistle.id,
      change: rated(kase, whistle, input.level, words),
    };
  });
