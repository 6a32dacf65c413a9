import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import catalogue from '../config/content/services.zh.json';
import type { ServiceItem } from '../contract/models';
import { dayOf } from '../contract/time';
import { workdaysBetween, workingTimeBetween } from '../cloudfunctions/domain/time/calendar';
import type { AgentDoc, CaseDoc, Hours, OrgDoc } from '../cloudfunctions/domain/documents';
import { draw, pick } from './chance';
import { answersOf } from './city';
import type { Answer, Ask, Month } from './month';
import { rates, workdaysOf } from './rates';
import { firstDuty } from './work';

/** The collections that a month is replayed from, as the console of the cloud exports them: a document a line. */
export interface Exported {
  cases: CaseDoc[];
  agents: AgentDoc[];
  orgs: OrgDoc[];
}

/** Reads an export of `cases`; those of `agents` and `orgs` lie beside it. */
export function readExport(file: string): Exported {
  const read = <T>(path: string) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as T);
  const beside = (name: string) => join(dirname(file), name);
  return { cases: read(file), agents: read(beside('agents.json')), orgs: read(beside('orgs.json')) };
}

/**
 * The month of an export: its cases as they came, done in as many working days as they took, and every offer answered as
 * it was. What did not happen (other offers, the end of cases still open) is drawn by the rates of the demo.
 */
export function exportedMonth({ cases, agents, orgs }: Exported, seed: number): Month {
  const hours = new Map(orgs.flatMap((org) => (org.hours ? [[org._id, org.hours] as const] : [])));
  const placed = cases.filter(({ unit }) => hours.has(unit.community ?? ''));
  const known = new Map(agents.map((agent) => [agent._id, agent]));
  const drawn = answersOf(seed, hours);
  const answers = new Map(placed.map((kase) => [kase._id, answersIn(kase, hours)]));
  const days = placed.map((kase) => dayOf(kase.submittedAt)).sort();
  return {
    from: days[0] ?? '',
    to: days.at(-1) ?? '',
    agents,
    hours,
    asks: placed
      .map((kase) => askOf(kase, known, hours, seed))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    answer: (ask, agent, nth, at) => answers.get(ask.id)?.[nth] ?? drawn(ask, agent, nth, at),
  };
}

function askOf(kase: CaseDoc, agents: Map<string, AgentDoc>, hoursOf: Month['hours'], seed: number): Ask {
  const item = itemOf(kase);
  const agent = agents.get(kase.assignment?.agentId ?? '');
  const acceptedAt = kase.assignment?.acceptedAt;
  const hours = hoursOf.get(kase.unit.community ?? '');
  let workdays = workdaysOf(item, kase.terms.workdays, (step) =>
    pick(rates.stepPace, draw(seed, kase._id, step)),
  );
  if (agent && hours && kase.completedAt !== undefined && acceptedAt !== undefined) {
    const ready = dayOf(Math.max(acceptedAt, kase.appointmentAt ?? 0));
    const begins = firstDuty(agent, { item, subtype: kase.subtype }, ready, hours);
    const stood = sum(kase.pauses.map(({ from, to = from }) => workdaysBetween(dayOf(from), dayOf(to))));
    workdays = Math.max(0, workdaysBetween(begins, dayOf(kase.completedAt)) - stood);
  }
  return {
    id: kase._id,
    at: kase.submittedAt,
    resident: {
      _id: kase.residentId,
      openid: '',
      name: '',
      phone: '',
      posts: [],
      unit: kase.unit,
      agentId: kase.knownAgentId,
    },
    item,
    subtype: kase.subtype,
    mode: kase.mode,
    appointmentAt: kase.appointmentAt,
    conflicts: kase.conflicts,
    workdays,
  };
}

const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);

/** The item with the promise that held when the case was opened. */
function itemOf({ serviceCode, category, subtype, terms, urgent }: CaseDoc): ServiceItem {
  const items = catalogue.items as ServiceItem[];
  const item = items.find((one) => one.code === serviceCode) ?? items[0];
  if (!item) throw new Error('the catalogue is empty');
  const promise = { promisedWorkingDays: terms.workdays };
  const urgency = urgent ? ('urgent' as const) : ('normal' as const);
  return {
    ...item,
    ...promise,
    code: `${serviceCode} ${terms.workdays}`,
    category,
    subtypes: item.subtypes
      .filter((one) => one.code === subtype)
      .map((one) => ({ ...one, ...promise, urgency })),
  };
}

/** How its offers were answered, one after the other. An offer that lapsed was answered later than any policy waits. */
function answersIn({ events, unit, urgent }: CaseDoc, hoursOf: Map<string, Hours>): Answer[] {
  const answers: Answer[] = [];
  const hours = hoursOf.get(unit.community ?? '');
  let offeredAt: number | undefined;
  for (const event of events) {
    if (event.do === 'offer') offeredAt = event.at;
    if (offeredAt === undefined || !hours || !['accept', 'decline', 'lapse'].includes(event.do)) continue;
    const ms = urgent ? event.at - offeredAt : workingTimeBetween(hours, offeredAt, event.at);
    answers.push({
      does: event.do === 'decline' ? 'decline' : 'accept',
      minutes: event.do === 'lapse' ? LATER_THAN_ANY : ms / 60_000,
    });
    offeredAt = undefined;
  }
  return answers;
}

/** The longest that a policy may wait for an answer is 480 minutes. */
const LATER_THAN_ANY = 481;
