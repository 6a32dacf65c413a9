import catalogue from '../config/content/services.zh.json';
import type { ServiceItem } from '../contract/models';
import { addDays, dayOf, instantOf, weekdayOf } from '../contract/time';
import { addWorkdays } from '../cloudfunctions/domain/time/calendar';
import { isWorkday } from '../cloudfunctions/domain/time/holidays';
import type { AgentDoc, Hours, OrgDoc, PersonDoc, Unit } from '../cloudfunctions/domain/documents';
import { isOnDuty } from '../cloudfunctions/domain/assignment/duty';
import community from '../demo/community.zh.json';
import { demoDocuments } from '../demo/documents';
import { draw, pick, wait } from './chance';
import { type Ask, type Month, hoursOf } from './month';
import { modesOf, rates, workdaysOf } from './rates';

export interface CityOptions {
  seed: number;
  agents: number;
  cases: number;
  /** `2026-11` */
  month: string;
}

interface Grid {
  unit: Unit;
  households: number;
  agentId?: string;
}
interface City {
  agents: AgentDoc[];
  hours: Map<string, Hours>;
  grids: Grid[];
}

const items = catalogue.items as ServiceItem[];
/** Communities of one street, one street after the other. */
const streetSizes = [3, 4, 2, 4];

/** A month of a made-up city: the demo's communities again and again, with the demo's people, items and rates. */
export function cityMonth(options: CityOptions): Month {
  const { seed, cases, month } = options;
  const from = `${month}-01`;
  const to = addDays(dayOf(instantOf(from) + 32 * 86_400_000).slice(0, 8) + '01', -1);
  const city = build(options, from);
  const mix = items.map((item) => [item, 1 + wishes.filter((code) => code === item.code).length] as const);
  const days = daysOf(from, to).map((day) => [day, weightOf(day)] as const);
  const homes = city.grids.map((grid) => [grid, grid.households] as const);
  const asks = Array.from({ length: cases }, (_, i) => {
    const id = `case-${String(i).padStart(6, '0')}`;
    const chance = (name: string) => draw(seed, id, name);
    const grid = pick(homes, chance('grid'));
    const hours = city.hours.get(grid.unit.community ?? '');
    return askOf({
      id,
      chance,
      grid,
      item: pick(mix, chance('item')),
      day: pick(days, chance('day')),
      opens: hours?.open[0]?.[0] ?? '08:30',
      agents: city.agents,
    });
  });
  return {
    from,
    to,
    agents: city.agents,
    hours: city.hours,
    asks: asks.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    answer: answersOf(seed, city.hours),
  };
}

/** How offers are answered where no record says it. */
export function answersOf(seed: number, hours: Month['hours']): Month['answer'] {
  return (ask, agent, nth, at) => {
    const chance = (name: string) => draw(seed, ask.id, nth, name);
    const isThere = isOnDuty(agent, at, hoursOf({ hours }, ask));
    return {
      does: chance('declines') < rates.declined ? 'decline' : 'accept',
      minutes: wait(rates.answerMinutes, chance('minutes')) * (isThere ? 1 : rates.offDutyAnswer),
    };
  };
}

/** What the demo's residents need. */
const wishes = community.residents.flatMap((resident) => resident.needs.map((need) => need.code));

function build({ seed, agents: count }: CityOptions, from: string): City {
  const { orgs, agents } = demoDocuments() as unknown as { orgs: OrgDoc[]; agents: AgentDoc[] };
  const models = orgs.filter((org) => org.tier === 'community');
  const households = new Map(
    community.streets.flatMap((street) =>
      street.communities.flatMap((one) => one.grids.map((grid) => [grid.id, grid.households] as const)),
    ),
  );
  const city: City = { agents: [], hours: new Map(), grids: [] };
  let street = 0;
  let placed = 0;
  for (let nth = 0; city.agents.length < count; nth += 1) {
    if (placed === streetSizes[street % streetSizes.length]) [street, placed] = [street + 1, 0];
    placed += 1;
    const model = models[nth % models.length];
    if (!model?.hours) throw new Error('the demo has no community with hours');
    const named = (id: string) => `${id}-${String(nth).padStart(3, '0')}`;
    const unit: Unit = {
      district: model.unit.district,
      street: `st-${String(street).padStart(2, '0')}`,
      community: named(model._id),
    };
    const team = agents
      .filter((agent) => agent.unit.community === model._id)
      .slice(0, count - city.agents.length)
      .map((agent): AgentDoc => ({
        ...agent,
        _id: named(agent._id),
        unit,
        gridIds: agent.gridIds.map(named),
        leaves: leavesOf(draw(seed, named(agent._id), 'leave'), from),
      }));
    const busy = 1 + rates.unevenness * (2 * draw(seed, unit.community ?? '', 'busy') - 1);
    city.agents.push(...team);
    city.hours.set(named(model._id), model.hours);
    for (const grid of orgs.filter((org) => org.tier === 'grid' && org.unit.community === model._id)) {
      const id = named(grid._id);
      city.grids.push({
        unit: { ...unit, grid: id },
        households: (households.get(grid._id) ?? 1) * busy,
        agentId: team.find((agent) => agent.gridIds.includes(id))?._id,
      });
    }
  }
  return city;
}

function leavesOf(chance: number, from: string): AgentDoc['leaves'] {
  if (chance >= rates.onLeave) return [];
  const start = addDays(from, Math.floor((chance / rates.onLeave) * 24));
  return [{ from: start, to: addDays(start, rates.leaveDays - 1), why: '年假' }];
}

function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function weightOf(day: string): number {
  const weekday = weekdayOf(day);
  return rates.weekdays[isWorkday(day) || weekday > 5 ? weekday : 7] ?? 1;
}

function askOf(about: {
  id: string;
  chance: (name: string) => number;
  grid: Grid;
  item: ServiceItem;
  day: string;
  opens: string;
  agents: AgentDoc[];
}): Ask {
  const { id, chance, grid, item, day, opens, agents } = about;
  const hour = pick(rates.hours, chance('hour'));
  const at = instantOf(day) + Math.floor((hour + chance('minute')) * 60) * 60_000;
  const subtype = item.subtypes[Math.floor(chance('subtype') * item.subtypes.length)];
  const mode = pick(modesOf(item), chance('mode'));
  const isBooked =
    subtype?.urgency !== 'urgent' &&
    (mode === 'appointment' || (mode === 'home-visit' && chance('booked') < rates.visitsByAppointment));
  const ahead = addWorkdays(day, pick(rates.appointmentDays, chance('ahead')));
  const promised = subtype?.promisedWorkingDays ?? item.promisedWorkingDays;
  const resident: PersonDoc = {
    _id: `resident-of-${id}`,
    openid: '',
    name: '居民',
    phone: '',
    posts: [],
    unit: grid.unit,
    agentId: chance('knows') < rates.knowing ? grid.agentId : undefined,
  };
  const near = agents.filter((agent) => agent.unit.street === grid.unit.street);
  return {
    id,
    at,
    resident,
    item,
    subtype: subtype?.code,
    mode,
    appointmentAt: isBooked
      ? instantOf(ahead, opens) + Math.floor(chance('slot') * 5) * 30 * 60_000
      : undefined,
    conflicts: near.filter(({ _id }) => chance(`family ${_id}`) < rates.family).map(({ _id }) => _id),
    workdays: workdaysOf(item, promised, (step) => pick(rates.stepPace, chance(`pace ${step}`))),
  };
}
