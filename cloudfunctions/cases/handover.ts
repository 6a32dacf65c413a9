import { isRejection, reject } from '../../contract/errors';
import { isOnDuty } from '../domain/assignment/duty';
import { maskText } from '../domain/mask';
import { handedTo, nameOf } from '../domain/assignment/offer';
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
    if (agentId === who._id) return reject('AGENT_CANNOT', { agentId: '这件已经在您手上,请选一位同事。' });
    if (kase.handover)
      return reject('HANDOVER_PENDING', { agentId: `已经请${kase.handover.agentName}接手,等他答复。` });
    if (kase.handovers >= kase.terms.handovers)
      return reject('HANDOVER_LIMIT', { caseId: `已经转过${kase.handovers}回了。` });
    const choice = await byHand(kase, agentId, context);
    if (isRejection(choice)) return choice;
    const { agent } = choice;
    if (!isOnDuty(agent, now))
      return reject('AGENT_CANNOT', { agentId: `${agent.name}现在不当班,请换一位。` });
    const text = maskText(reason);
    const hours = await hoursOf(kase.unit.community);
    return { text, agent: nameOf(agent), change: handedTo(kase, agent, text, hours, now) };
  });
