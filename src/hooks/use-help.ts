import { useSession } from './use-session';

export interface Help {
  number: string;
  whom: string;
  /** what the button says */
  words: string;
}

/**
 * Whom to call from any page: the agent this household knows while on duty, else the community, for a stranger 12345.
 * Undefined until known.
 * `notAgent`: where the resident rates the agent, that very agent is not whom to ask.
 */
export function useHelp(notAgent = false): Help | undefined {
  const { data, error } = useSession();
  const { agent, community } = data ?? {};
  if (agent?.isOnDuty && !notAgent)
    return { number: agent.phone, whom: `代办员${agent.name}`, words: `打电话给${agent.name}` };
  if (community) return { number: community.phone, whom: community.station, words: '打电话给社区' };
  // A resident whose community is not known yet: the hotline of every city's government puts them through.
  if (error?.code === 'UNKNOWN_PERSON')
    return { number: '12345', whom: '12345 热线', words: '打 12345 问一问' };
  return undefined;
}
