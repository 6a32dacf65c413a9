import type { ServiceItem } from '../contract/models';
import type { Mode } from '../contract/words';
import type { AgentDoc, Hours, PersonDoc } from '../cloudfunctions/domain/documents';

/** One request as it came in, with what was not known then: how much work it is. */
export interface Ask {
  id: string;
  at: number;
  resident: PersonDoc;
  item: ServiceItem;
  subtype?: string;
  mode: Mode;
  appointmentAt?: number;
  /** agents who are family */
  conflicts: string[];
  /** working days from the day on which its work begins to the day on which it ends */
  workdays: number;
}

/** What an agent does with an offer, after so many working minutes. */
export interface Answer {
  does: 'accept' | 'decline';
  minutes: number;
}

/** A month as it can be replayed under any policy. */
export interface Month {
  /** its first and last day */
  from: string;
  to: string;
  agents: AgentDoc[];
  /** by community */
  hours: Map<string, Hours>;
  /** in the order in which they came */
  asks: Ask[];
  /**
   * The agent's answer to the case's `nth` offer. It belongs to the offer, not to the agent: to a rule, which cannot know
   * who would say yes, the months are the same either way; hindsight cannot pick its agents by it (docs/decisions/0020).
   */
  answer(ask: Ask, agent: AgentDoc, nth: number, at: number): Answer;
}

/** A street's part of the month: no case and no agent leaves it. */
export function streetsOf(month: Month): Month[] {
  const streets = new Set(month.agents.map((agent) => agent.unit.street));
  for (const { resident } of month.asks) streets.add(resident.unit.street);
  return [...streets].sort().map((street) => ({
    ...month,
    agents: month.agents.filter((agent) => agent.unit.street === street),
    asks: month.asks.filter((ask) => ask.resident.unit.street === street),
  }));
}

export function hoursOf(month: Pick<Month, 'hours'>, { resident }: Ask): Hours {
  const hours = month.hours.get(resident.unit.community ?? '');
  if (!hours) throw new Error(`${resident.unit.community ?? 'a case'} has no opening hours`);
  return hours;
}
