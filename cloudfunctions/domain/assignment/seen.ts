import type { AgentDoc } from '../documents';
import type { Load } from './assign';

/** The agents of a street with what they have in hand. */
export interface Seen {
  agents: AgentDoc[];
  loads: Load[];
}

/**
 * What is seen, with an agent as they are now. The cases that they got since the counting are visits, and each may be of any of
 * these days: no day is taken for emptier than it is. Undefined where the turn does not tell how many they are.
 */
export function withMore(
  { agents, loads }: Seen,
  fresh: AgentDoc,
  days: readonly string[],
): Seen | undefined {
  const more = fresh.turn - (agents.find((one) => one._id === fresh._id)?.turn ?? NaN);
  if (!(more > 0)) return undefined;
  const load = { agentId: fresh._id, mode: 'home-visit', overdue: 0, taken: 0 } as const;
  return {
    agents: agents.map((one) => (one._id === fresh._id ? fresh : one)),
    loads: [
      ...loads,
      ...days.map((workDay): Load => ({ ...load, workDay, count: more })),
      // On each of the days, and yet no more in hand than they are.
      { ...load, count: -more * (days.length - 1), taken: more },
    ],
  };
}
