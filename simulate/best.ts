import loadHighs, { type Highs } from 'highs';
import { dayOf, instantOf } from '../contract/time';
import { neededAt } from '../cloudfunctions/domain/assignment/assign';
import { addWorkdays, addWorkingTime } from '../cloudfunctions/domain/time/calendar';
import type { AgentDoc } from '../cloudfunctions/domain/documents';
import { hasDutyOn, isOnCall, isOnDuty } from '../cloudfunctions/domain/assignment/duty';
import { standard } from '../cloudfunctions/domain/policy';
import { Model } from './model';
import { type Answer, type Ask, type Month, hoursOf, streetsOf } from './month';
import { Opening } from './opening';
import type { Outcome } from './replay';
import { burdenOf, capacityOf, endOf, isOutside, isUrgent, meanLoad } from './work';

/**
 * The best that could have been done with the month, had all of it been known before it began: every case, how long it takes,
 * every leave. A transport problem of cases × agents × days, solved exactly: fewest late cases first, then the share of
 * the month spread as evenly as can be, then the fewest home visits outside the own grid. Whatever is uncertain is left
 * to its advantage: a case may be shared out between agents, and where no agent has room on the days to choose from it
 * still finds one on the day after.
 */
export async function best(month: Month): Promise<Outcome[]> {
  const highs = await loadHighs();
  const mean = meanLoad(month);
  return streetsOf(month).flatMap((street) => bestOf(highs, street, mean, new Taken()));
}

/** The same where every offer is accepted at once: what no luck beats. */
export function bestOfLuck(month: Month): Promise<Outcome[]> {
  return best({ ...month, answer: sayYes });
}

/**
 * The same solver given one case after the other as they come, without those that come later: what not knowing the future
 * costs. Of the case itself it still knows all: how long it will take, and who will say no.
 */
export async function bestAsTheyCome(month: Month): Promise<Outcome[]> {
  const highs = await loadHighs();
  const mean = meanLoad(month);
  return streetsOf(month).flatMap((street) => {
    const taken = new Taken();
    return street.asks.flatMap((ask) => bestOf(highs, { ...street, asks: [ask] }, mean, taken));
  });
}

/** What was given out before: each agent's burden, and the slots of a day. */
class Taken {
  readonly burdens = new Map<string, number>();
  readonly slots = new Map<string, number>();

  add({ agent, workDay }: Option, ask: Ask, share: number): void {
    const more = (of: Map<string, number>, key: string, count: number) =>
      of.set(key, (of.get(key) ?? 0) + count);
    more(this.burdens, agent._id, share * burdenOf(ask));
    for (const slot of slotsOf(agent, workDay, ask)) more(this.slots, slot.key, share);
  }
}

/** The slots that a case takes of an agent's day, and how many there are. */
function slotsOf(agent: AgentDoc, workDay: string | undefined, ask: Ask): { key: string; most: number }[] {
  if (workDay === undefined) return [];
  const all = { key: `${agent._id} ${workDay} all`, most: agent.dailyCapacity };
  const visits = { key: `${agent._id} ${workDay} visits`, most: agent.homeVisitCapacity };
  return ask.mode === 'home-visit' ? [all, visits] : [all];
}

const sayYes = (): Answer => ({ does: 'accept', minutes: 0 });

/** One way to do a case. */
interface Option {
  agent: AgentDoc;
  /** the day it takes a slot of; undefined beyond the days to choose from */
  workDay?: string;
  offers: number;
  acceptedAt: number;
  completedAt: number;
}

interface Way {
  ask: Ask;
  dueAt: number;
  /** absent where no agent of the street can do it */
  chosen?: { option: Option; column: number };
}

/** One late case less is worth more than any spread … */
const LATE = 1000;
/** … one case less for which there was no room on its days too … */
const NO_ROOM = 10;
/** … and one home visit less outside the own grid less than any. */
const OUTSIDE = 1e-4;
/** The sooner the better, where nothing else tells two days apart: what is left of today is of no use tomorrow. */
const LATER = 1e-6;
/** As many no's, and the case is given by hand. */
const OFFERS = 8;
/** A square is put together of straight pieces, each so wide in parts of the mean load, up to `MOST` times the mean. */
const PIECE = 0.01;
const MOST = 4;

function bestOf(highs: Highs, month: Month, mean: number, taken: Taken): Outcome[] {
  const opening = new Opening(standard);
  const model = new Model(highs);
  const loads = new Map(
    month.agents.map((agent) => {
      const before = taken.burdens.get(agent._id) ?? 0;
      return [agent._id, addLoad(model, capacityOf(agent), mean, before)];
    }),
  );
  const slots = new Map<string, number>();
  const take = (column: number, { key, most }: { key: string; most: number }) => {
    const row = slots.get(key) ?? model.row(0, Math.max(0, most - (taken.slots.get(key) ?? 0)));
    slots.set(key, row);
    model.put(row, column, 1);
  };
  const ways = month.asks.flatMap((ask): Way[] => {
    const hours = hoursOf(month, ask);
    const { dueAt } = opening.open(ask, hours);
    const options = optionsOf(ask, month);
    if (options.length === 0) return [{ ask, dueAt }];
    const once = model.row(1, 1);
    return options.map((option) => {
      const { agent, workDay, completedAt } = option;
      const cost =
        (completedAt > dueAt ? LATE : 0) +
        (workDay === undefined ? NO_ROOM : 0) +
        (isOutside(ask, agent) ? OUTSIDE : 0) +
        LATER * daysAfter(ask, workDay);
      const column = model.column(cost);
      model.put(once, column, 1);
      model.put(loads.get(agent._id) ?? -1, column, burdenOf(ask));
      for (const slot of slotsOf(agent, workDay, ask)) take(column, slot);
      return { ask, dueAt, chosen: { option, column } };
    });
  });
  const values = model.solve();
  return ways.flatMap(({ ask, dueAt, chosen }): Outcome[] => {
    const told = { ask, dueAt, byHand: false };
    if (!chosen) return [{ ...told, offers: 0, share: 1 }];
    const share = values[chosen.column] ?? 0;
    if (share <= 1e-6) return [];
    const { agent, offers, acceptedAt, completedAt } = chosen.option;
    taken.add(chosen.option, ask, share);
    return [{ ...told, offers, share, agentId: agent._id, acceptedAt, completedAt }];
  });
}

/**
 * The row in which an agent's load adds up, to what they had `before`. It is made of pieces, each a little dearer than the last, so
 * that the cost is the square of the load against the agent's capacity: the least sum of squares is the least spread.
 */
function addLoad(model: Model, capacity: number, mean: number, before: number): number {
  const row = model.row(-before, -before);
  const width = PIECE * mean * capacity;
  for (let piece = 0; piece < MOST / PIECE; piece += 1) {
    model.put(row, model.column(((2 * piece + 1) * PIECE) / mean, width), -1);
  }
  // An agent without capacity, or filled past all measure, costs as much as an agent four times as full.
  model.put(row, model.column((2 * MOST) / mean), -1);
  return row;
}

const daysAfter = ({ at }: Ask, workDay: string | undefined): number =>
  workDay === undefined ? 0 : (instantOf(workDay) - instantOf(dayOf(at))) / 86_400_000;

/** Every agent who can, on each of the days that the rule chooses from, and on the day after for want of room. */
function optionsOf(ask: Ask, month: Month): Option[] {
  const hours = hoursOf(month, ask);
  const urgent = isUrgent(ask);
  const instants = neededAt({ urgent, appointmentAt: ask.appointmentAt }, { hours, now: ask.at });
  const after = addWorkdays(dayOf(instants.at(-1) ?? ask.at), 1);
  const able = month.agents.filter(
    (agent) =>
      agent.active &&
      agent.unit.street === ask.resident.unit.street &&
      agent.skills.includes(ask.item.category) &&
      !ask.conflicts.includes(agent._id),
  );
  return able.flatMap((agent) => {
    const yes = yesOf(ask, agent, month);
    const on = (day: string) => ({
      agent,
      ...yes,
      completedAt: endOf(ask, agent, day, yes.acceptedAt, hours),
    });
    const isThere = (at: number) =>
      urgent ? isOnDuty(agent, at, hours) || isOnCall(agent, at) : hasDutyOn(agent, dayOf(at), hours);
    return [...instants.filter(isThere).map((at) => ({ ...on(dayOf(at)), workDay: dayOf(at) })), on(after)];
  });
}

/** When the case is accepted, if this agent, or others in their place, are asked until one says yes in time. */
function yesOf(ask: Ask, agent: AgentDoc, month: Month): Pick<Option, 'offers' | 'acceptedAt'> {
  const hours = hoursOf(month, ask);
  const later = (at: number, minutes: number) => {
    const ms = Math.round(minutes * 60_000);
    return isUrgent(ask) ? at + ms : addWorkingTime(hours, at, ms);
  };
  let at = ask.at;
  for (let nth = 0; nth < OFFERS; nth += 1) {
    const { does, minutes } = month.answer(ask, agent, nth, at);
    if (does === 'accept' && minutes < standard.offerMinutes)
      return { offers: nth + 1, acceptedAt: later(at, minutes) };
    at = later(at, Math.min(minutes, standard.offerMinutes));
  }
  return { offers: OFFERS, acceptedAt: at };
}
