import { isRejection } from '../../contract/errors';
import { agentFor, changeAgent } from '../kit/agents';
import type { HandlerOf } from '../kit/serve';

/** Takes back the leave that begins on this day; twice is the same as once. */
export const endLeave: HandlerOf<'roster.endLeave'> = async (context, { agentId, from }) => {
  const agent = await agentFor(context, 'roster.endLeave', agentId);
  if (isRejection(agent)) return agent;
  const changed = await changeAgent(agent._id, ({ leaves }) => ({
    leaves: leaves.filter((one) => one.from !== from),
  }));
  return isRejection(changed) ? changed : { leaves: changed.leaves };
};
