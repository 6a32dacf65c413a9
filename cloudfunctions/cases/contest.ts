import { isRejection } from '../../contract/errors';
import { contested } from '../domain/case/complaint-steps';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import { hoursOf, policyFor } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { unitsOf } from '../kit/units';

/** The answer to a complaint will not do: the tier above looks again, once. Errors: CONTESTED_ALREADY, COMPLAINT_CLOSED, NOBODY_ABOVE. */
export const contest: HandlerOf<'cases.contest'> = (context, { caseId, reason }) =>
  takeStep(context, 'contest', caseId, async (kase) => {
    const [hours, policy, chain] = await Promise.all([
      hoursOf(kase.unit.community),
      policyFor(kase.unit),
      unitsOf(kase.unit),
    ]);
    const found = contested(kase, chain, { hours, policy, now: context.now });
    if (isRejection(found)) return found;
    const { holder, change } = found;
    return { text: maskText(reason), org: { id: holder._id, name: holder.name }, change };
  });
