import { isRejection } from '../../contract/errors';
import { maskText } from '../domain/mask';
import { answerable, answered } from '../domain/case/whistle';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** The summoned unit answers. */
export const answer: HandlerOf<'cases.answer'> = (context, input) =>
  takeStep(context, 'answer', input.caseId, (kase) => {
    const { who, now } = context;
    const whistle = answerable(kase, who, input.whistleId);
    if (isRejection(whistle)) return whistle;
    const text = maskText(input.answer);
    return {
      text,
      org: { id: whistle.orgId, name: whistle.orgName },
      whistleId: whistle.id,
      change: answered(kase, whistle, text, who.name, now),
    };
  });
