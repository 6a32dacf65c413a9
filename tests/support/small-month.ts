import { instantOf } from '../../contract/time';
import type { AgentDoc } from '../../cloudfunctions/domain/documents';
import { agentDoc, itemOf, officeHours, personDoc } from './world';
import type { Ask, Month } from '../../simulate/month';

/** Months small enough to be worked out by hand, for the tests: one street, one Monday, every agent says yes in ten minutes. */

export const agent = (id: string, over: Partial<AgentDoc> = {}): AgentDoc =>
  agentDoc(id, { skills: ['社会保险与医保'], dailyCapacity: 8, homeVisitCapacity: 4, ...over });

/** A case asked for at nine on Monday, so many minutes later; without over, to be done on the same day. */
export function ask(code: string, minutes: number, over: Partial<Ask> = {}): Ask {
  return {
    id: `${code} ${minutes}`,
    at: instantOf('2026-11-23', '09:00') + minutes * 60_000,
    resident: personDoc(`r ${minutes}`, 'resident'),
    item: itemOf(code),
    mode: 'counter',
    conflicts: [],
    workdays: 0,
    ...over,
  };
}

export function month(agents: AgentDoc[], asks: Ask[]): Month {
  return {
    from: '2026-11-23',
    to: '2026-11-27',
    agents,
    hours: new Map([['c', officeHours]]),
    asks,
    answer: () => ({ does: 'accept', minutes: 10 }),
  };
}
