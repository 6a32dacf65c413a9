import { useSession } from './use-session';

export interface Help {
  number: string;
  whom: string;
  /** what the button says */
  words: string;
}

/**
 * Whom to call from any page: the agent this household knows while on duty, else the community. Undefined until known.
 * `notAgent`: where somebody rates an agent, that very agent is not whom to ask.
 */
export function useHelp(notAgent = false): Help | undefined {
  const { agent, community } = useSession().data ?? {};
  if (agent?.isOnDuty && !notAgent)
    return { number: agent.phone, whom: `代办员${agent.name}`, words: `打电话给${agent.name}` };
  if (community) return { number: community.phone, whom: community.station, words: '打电话给社区' };
  return undefined;
}
