import { isRejection } from '../../contract/errors';
import { handable, handedTo, nameOf, reachable } from '../domain/assignment/offer';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import { byHand } from '../kit/dispatch';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/**
 * The agent asks a colleague on duty to take the case over; it stays theirs until the colleague accepts. A case wanders
 * at most as often as its policy says. Errors: HANDOVER_PENDING, HANDOVER_LIMIT, AGENT_NOT_FOUND, AGENT_CANNOT.
 */
export const handover: HandlerOf<'cases.handover'> = (context, { caseId, agentId, reason }) =>
  takeStep(context, 'handover', caseId, async (kase) => {
    const { who, now } = context;
    const refused = handable(kase, who._id, agentId);
    if (refused) return refused;
    const choice = await byHand(kase, agentId, context);
    if (isRejection(choice)) return choice;
    const { agent } = choice;
    const hours = await hoursOf(kase.unit.community);
    const absent = reachable(agent, hours, now);
    if (absent) return absent;
    const text = maskText(reason);
    return { text, agent: nameOf(agent), change: handedTo(kase, agent, text, hours, now) };
  });
