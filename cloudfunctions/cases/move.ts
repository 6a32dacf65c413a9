import { isRejection } from '../../contract/errors';
import { holderOf } from '../domain/assignment/offer';
import { movedTo } from '../domain/case/move';
import { resumed } from '../domain/case/pause';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import { hoursOf, org } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/**
 * 全区通办: hands the case to another community of the district, whose agents are asked in the same write. Timeline and
 * clocks go with it. Errors: UNIT_NOT_A_TARGET.
 */
export const move: HandlerOf<'cases.move'> = (context, { caseId, orgId, reason }) =>
  takeStep(context, 'move', caseId, async (kase) => {
    const unit = await org(orgId);
    const change = movedTo(kase, unit, context.now);
    if (isRejection(change)) return change;
    const to = unit && { id: unit._id, name: unit.name };
    const going = resumed(kase, await hoursOf(kase.unit.community), context.now);
    return {
      text: maskText(reason),
      seeks: true,
      org: to,
      from: holderOf(kase),
      change: { ...going, ...change },
    };
  });
