import { isRejection } from '../../contract/errors';
import { callResults, levels } from '../../contract/words';
import { maskText } from '../domain/mask';
import { phoned, rectifiable, rectifierAbove } from '../domain/review/rectify';
import { takeStep } from '../kit/cases';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { unitsOf } from '../kit/units';

/** One attempt of a rectification's call-back; where nothing is mended the unit above begins anew. Errors: OWN_CASE, RECTIFY_NOT_NOW, CALLED_JUST_NOW. */
export const phone: HandlerOf<'cases.phone'> = (context, { caseId, result, level, ...input }) => {
  const text = input.text === undefined ? undefined : maskText(input.text);
  return takeStep(context, 'phone', caseId, async (kase) => {
    const { who, now } = context;
    const rectification = rectifiable(kase, who, 'phone');
    if (isRejection(rectification)) return rectification;
    const above = {
      unit: rectifierAbove(await unitsOf(kase.unit), kase, rectification),
      hours: await hoursOf(kase.unit.community),
    };
    const change = phoned(kase, rectification, { result, level, text }, who, now, above);
    if (isRejection(change)) return change;
    const { orgId: id, orgName: name } = change.rectification;
    return {
      text: [callResults[result], level && levels[level], text].filter(Boolean).join('：'),
      org: id === rectification.orgId ? undefined : { id, name },
      change,
    };
  });
};
