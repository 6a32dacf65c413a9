import { isRejection, reject } from '../../contract/errors';
import { maskText } from '../domain/mask';
import { ownerOf, summoned, summonedTier } from '../domain/case/whistle';
import { takeStep } from '../kit/cases';
import { hoursOf, org } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/** 吹哨: a manager summons a street or district unit into the case. Errors: UNIT_NOT_FOUND, UNIT_NOT_SUMMONABLE. */
export const whistle: HandlerOf<'cases.whistle'> = (context, input) =>
  takeStep(context, 'whistle', input.caseId, async (kase) => {
    const { who, now } = context;
    const unit = await org(input.orgId);
    if (!unit) return reject('UNIT_NOT_FOUND', { orgId: '没有这个单位。' });
    const tier = summonedTier(kase, unit);
    if (isRejection(tier)) return tier;
    const owner = ownerOf(unit, input.ownerId);
    if (isRejection(owner)) return owner;
    const question = maskText(input.question);
    const days = input.days ?? kase.terms.whistleDays;
    const wish = { tier, question, owner, askedBy: { id: who._id, name: who.name }, days };
    const change = summoned(kase, unit, wish, await hoursOf(kase.unit.community), now);
    return {
      text: question,
      org: { id: unit._id, name: unit.name },
      whistleId: change.whistles.at(-1)?.id,
      change,
    };
  });
