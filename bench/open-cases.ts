import catalogue from '../config/content/services.zh.json';
import type { ServiceItem } from '../contract/models';
import { instantOf } from '../contract/time';
import type { AgentDoc, CaseDoc, Hours, OrgDoc } from '../cloudfunctions/domain/documents';
import { applyChoice } from '../cloudfunctions/domain/assignment/offer';
import { standard } from '../cloudfunctions/domain/policy';
import { mustAdvance } from '../cloudfunctions/domain/case/timeline';
import { cityMonth } from '../simulate/city';
import { MONDAY } from '../demo/cloud';
import type { Ask } from '../simulate/month';
import { Opening } from '../simulate/opening';

/** Agents of the city for each open case: some thirty cases in each agent's hands, however big the city is. */
const CASES_AN_AGENT = 33;
/** The streets in which something is due are the same however big the city is around them. */
const DUE_AGENTS = 300;
const LAST_WEEK = instantOf('2026-11-16', '09:00');
const TODAY = instantOf('2026-11-23', '09:00');
const longItems = (catalogue.items as ServiceItem[]).filter((item) => item.promisedWorkingDays >= 15);

/**
 * A city with so many open cases, as documents of the database. `due` of them are offers without an answer for
 * half an hour on Monday at ten; the others were taken last week and are due long after.
 */
export function cityWithOpenCases(open: number, due: number): Record<string, { _id: string }[]> {
  const agents = Math.max(DUE_AGENTS, Math.ceil(open / CASES_AN_AGENT));
  const city = cityMonth({ seed: 1, agents, cases: 0, month: '2026-11' });
  const known = city.agents.map((agent) => ({ ...agent, leaves: [] }));
  const opening = new Opening(standard);
  const offeredAt = (at: number, i: number, agent: AgentDoc) => {
    const hours = city.hours.get(agent.unit.community ?? '');
    if (!hours) throw new Error('a community without hours');
    const kase = opening.open(askOf(i, agent, at), hours);
    return offeredTo(
      { ...kase, no: String(i).padStart(8, '0'), requestId: `seed:${kase._id}` },
      agent,
      hours,
    );
  };
  // Some are not there on a Monday, and answer on the next day.
  const answering = known
    .slice(0, DUE_AGENTS)
    .filter((agent) => (offeredAt(TODAY, 0, agent).wakeAt ?? Infinity) <= MONDAY);
  const cases = Array.from({ length: open }, (_, i) => {
    const isDue = i < due;
    const agents = isDue ? answering : known;
    const agent = agents[i % agents.length];
    if (!agent) throw new Error('a city without agents');
    return isDue ? offeredAt(TODAY, i, agent) : accepted(offeredAt(LAST_WEEK, i, agent));
  });
  const orgs = [...city.hours].map(([_id, hours]): Pick<OrgDoc, '_id' | 'hours'> => ({ _id, hours }));
  return { cases, agents: known, orgs };
}

/** A request that takes twenty working days, so that only an offer can be due. */
export function askOf(i: number, { unit, skills, gridIds }: AgentDoc, at: number): Ask {
  const id = `open-${String(i).padStart(6, '0')}`;
  const resident = {
    _id: `r-${id}`,
    openid: '',
    name: '',
    phone: '',
    posts: [],
    unit: { ...unit, grid: gridIds[0] },
  };
  const item = longItems.find(({ category }) => skills.includes(category));
  if (!item) throw new Error(`nothing for ${skills.join()}`);
  return { id, at, resident, item, mode: 'counter', conflicts: [], workdays: 0 };
}

export function offeredTo(
  kase: CaseDoc,
  agent: AgentDoc,
  hours: Hours,
  workDay = kase.submittedAt === TODAY ? '2026-11-23' : '2026-11-16',
): CaseDoc {
  const when = { at: kase.submittedAt, requestId: 'seed' };
  return applyChoice(kase, { agent, workDay, candidates: [] }, hours, when);
}

function accepted(kase: CaseDoc): CaseDoc {
  const { assignment, submittedAt: at } = kase;
  const by = { part: 'agent', id: kase.holderId ?? '', name: '' } as const;
  const taken = assignment && { ...assignment, acceptedAt: at };
  return mustAdvance(kase, { do: 'accept', by, at, requestId: 'seed' }, { assignment: taken });
}
