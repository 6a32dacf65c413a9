import { isRejection } from '../../contract/errors';
import { assignedTo, holderOf, nameOf } from '../domain/assignment/offer';
import { resumed } from '../domain/case/pause';
import { takeStep } from '../kit/cases';
import { byHand } from '../kit/dispatch';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/** A manager offers the case to this agent, past the ranking but not past capacity, leave, skill or a conflict. */
export const assign: HandlerOf<'cases.assign'> = (context, { caseId, agentId }) =>
  takeStep(context, 'assign', caseId, async (kase) => {
    const { now } = context;
    const choice = await byHand(kase, agentId, context);
    if (isRejection(choice)) return choice;
    const { agent, workDay } = choice;
    const hours = await hoursOf(kase.unit.community);
    // The new agent asks the resident again where a paper is still missing: until then no pause runs for it.
    const going = resumed(kase, hours, now);
    return {
      agent: nameOf(agent),
      from: holderOf(kase),
      gives: agent,
      change: { ...going, ...assignedTo({ ...kase, ...going }, agent, workDay, hours, now) },
    };
  });
