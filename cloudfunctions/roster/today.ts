import { isRejection } from '../../contract/errors';
import { dayOfAgent } from '../domain/assignment/roster';
import { agentFor } from '../kit/agents';
import { loadsOf } from '../kit/dispatch';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/** How full the agent's day is, whether they are on duty, and their leave. */
export const today: HandlerOf<'roster.today'> = async (context) => {
  const agent = await agentFor(context, 'roster.today');
  if (isRejection(agent)) return agent;
  return dayOfAgent(
    agent,
    await loadsOf([agent], context.now),
    await hoursOf(agent.unit.community),
    context.now,
  );
};
