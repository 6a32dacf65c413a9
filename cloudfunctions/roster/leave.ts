import { isRejection } from '../../contract/errors';
import { maskText } from '../domain/mask';
import { withLeave } from '../domain/assignment/roster';
import { agentFor, changeAgent } from '../kit/agents';
import { missVisits } from '../kit/release';
import type { HandlerOf } from '../kit/serve';

/**
 * Days off. Nothing new is offered for them; what is in hand stays until it is handed over. Visits of colleagues to which the agent was to go along
 * ask for another.
 */
export const leave: HandlerOf<'roster.leave'> = async (context, { agentId, from, to, why }) => {
  const agent = await agentFor(context, 'roster.leave', agentId);
  if (isRejection(agent)) return agent;
  const changed = await changeAgent(agent._id, (one) => {
    const leaves = withLeave(one, { from, to, why: maskText(why) }, context.now);
    return isRejection(leaves) ? leaves : { leaves };
  });
  if (isRejection(changed)) return changed;
  await missVisits(changed, { from, to }, context);
  return { leaves: changed.leaves };
};
