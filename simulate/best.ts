import loadHighs, { type Highs } from 'highs';
import { dayOf } from '../contract/time';
import { neededAt } from '../cloudfunctions/domain/assign';
import { addWorkdays, addWorkingTime } from '../cloudfunctions/domain/calendar';
import type { AgentDoc } from '../cloudfunctions/domain/documents';
import { hasDutyOn, isOnCall, isOnDuty } from '../cloudfunctions/domain/duty';
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
 * to its advantage: a case may be shared out between agents, and where nobody has room on the days to choose from it
 * still finds somebody on the day after. Offers are answered as they are drawn, or all `at once`: what no luck beats.
 */
export async function best(month: Month, answers: 'drawn' | 'at once' = 'drawn'): Promise<Outcome[]> {
  const highs = await loadHighs();
  const mean = meanLoad(month);
  const patient = answers === 'drawn' ? month : { ...month, answer: sayYes };
  return streetsOf(patient).flatMap((street) => bestOf(highs, street, mean));
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
  /** absent where nobody in the street can do it */
  chosen?: { option: Option; column: number };
}

/** One late case less is worth more than any spread … */
const LATE = 1000;
/** … one case less for which there was no room on its days too … */
const NO_ROOM = 10;
/** … and one home visit less outside the own grid less than any. */
const OUTSIDE = 1e-4;
/** As many no's, and the case is given by hand. */
const OFFERS = 8;
/** A square is put together of straight pieces, each so wide in parts of the mean load, up to `MOST` times the mean. */
const PIECE = 0.01;
const MOST = 4;

function bestOf(highs: Highs, month: Month, mean: number): Outcome[] {
  const opening = new Opening(standard);
  const model = new Model(highs);
  const loads = new Map(month.agents.map((agent) => [agent._id, addLoad(model, capacityOf(agent), mean)]));
  const slots = new Map<string, number>();
  const take = (column: number, { _id }: AgentDoc, day: string, kind: string, capacity: number) => {
    const key = `${_id} ${day} ${kind}`;
    const row = slots.get(key) ?? model.row(0, capacity);
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
        (isOutside(ask, agent) ? OUTSIDE : 0);
      const column = model.column(cost);
      model.put(once, column, 1);
      model.put(loads.get(agent._id) ?? -1, column, burdenOf(ask));
      if (workDay !== undefined) {
        take(column, agent, workDay, 'all', agent.dailyCapacity);
        if (ask.mode === 'home-visit') take(column, agent, workDay, 'visits', agent.homeVisitCapacity);
      }
      return { ask, dueAt, chosen: { option, column } };
    });
  });
  const values = model.solve();
  return ways.flatMap(({ ask, dueAt, chosen }): Outcome[] => {
    const told = { ask, dueAt, byHand: false };
    if (!chosen) return [{ ...told, offers: 0, share: 1 }];
    const share = values[chosen.column] ?? 0;
    const { agent, offers, acceptedAt, completedAt } = chosen.option;
    return share > 1e-6 ? [{ ...told, offers, share, agentId: agent._id, acceptedAt, completedAt }] : [];
  });
}

/**
 * The row in which an agent's load adds up. It is made of pieces, each a little dearer than the one before, so that the
 * cost is the square of the load against the agent's capacity: the least sum of squares is the least spread.
 */
function addLoad(model: Model, capacity: number, mean: number): number {
  const row = model.row(0, 0);
  const width = PIECE * mean * capacity;
  for (let piece = 0; piece < MOST / PIECE; piece += 1) {
    model.put(row, model.column(((2 * piece + 1) * PIECE) / mean, width), -1);
  }
  // Who has no capacity, or is filled past all measure, costs as much as somebody four times as full.
  model.put(row, model.column((2 * MOST) / mean), -1);
  return row;
}

/** Every agent who can, on each of the days that the rule chooses from, and on the day after where there is no room. */
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
      urgent ? isOnDuty(agent, at) || isOnCall(agent, at) : hasDutyOn(agent, dayOf(at));
    return [...instants.filter(isThere).map((at) => ({ ...on(dayOf(at)), workDay: dayOf(at) })), on(after)];
  });
}

/** When the case is accepted, if this agent or others in their place are asked until one says yes within the time for it. */
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
