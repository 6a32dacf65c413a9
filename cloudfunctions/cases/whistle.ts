import { isRejection, reject } from '../../contract/errors';
import { maskText } from '../domain/mask';
import { maySummon, summoned } from '../domain/whistle';
import { takeStep } from '../kit/cases';
import { hoursOf, org } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { managersOf } from '../kit/units';

/** 吹哨: a manager summons a street or district unit into the case. Errors: UNIT_NOT_SUMMONABLE. */
export const whistle: HandlerOf<'cases.whistle'> = (context, input) =>
  takeStep(context, 'whistle', input.caseId, async (kase) => {
    const { who, now } = context;
    const unit = await org(input.orgId);
    const may = maySummon(kase, unit);
    if (isRejection(may) || !unit) return isRejection(may) ? may : reject('UNIT_NOT_FOUND');
    const managers = await managersOf([unit._id]);
    const owner = managers.find((one) => input.ownerId === undefined || one._id === input.ownerId);
    if (!owner) return reject('UNIT_NOT_SUMMONABLE', { ownerId: `${unit.name}没有这位负责人,请重新选。` });
    const question = maskText(input.question);
    const wish = {
      question,
      owner: { id: owner._id, name: owner.name },
      askedBy: { id: who._id, name: who.name },
      days: input.days ?? kase.terms.whistleDays,
    };
    const change = summoned(kase, unit, wish, await hoursOf(kase.unit.community), now);
    return {
      text: question,
      org: { id: unit._id, name: unit.name },
      whistleId: change.whistles.at(-1)?.id,
      change,
    };
  });
