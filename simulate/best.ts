import loadHighs, { type Highs } from 'highs';
import { dayOf, instantOf } from '../contract/time';
import { addWorkdays, addWorkingTime, nextWorkingInstant } from '../cloudfunctions/domain/calendar';
import type { AgentDoc } from '../cloudfunctions/domain/documents';
import { isOnCall, isOnDuty } from '../cloudfunctions/domain/duty';
import { standard } from '../cloudfunctions/domain/policy';
import { Model } from './model';
import { type Ask, type Month, hoursOf, streetsOf } from './month';
import { Opening } from './opening';
import type { Outcome } from './replay';
import { burdenOf, capacityOf, endOf, isOutside, isUrgent, meanLoad } from './work';

/**
 * The best that could have been done with the month, had everything been known before it began: who would say yes, how
 * long each case takes. A transport problem of cases × agents × days, solved exactly: fewest late cases first, then the
 * load spread as evenly as can be, then the fewest home visits outside the own grid. Whatever is uncertain is left to its
 * advantage: a case may be shared out between agents, and beyond the days to choose from there is always room.
 */
export async function best(month: Month): Promise<Outcome[]> {
  const highs = await loadHighs();
  const mean = meanLoad(month);
  return streetsOf(month).flatMap((street) => bestOf(highs, street, mean));
}

/** One way to do a case. */
interface Option {
  agent: AgentDoc;
  /** the day it takes a slot of; undefined beyond the days to choose from */
  workDay?: string;
  acceptedAt: number;
  completedAt: number;
}

interface Way {
  ask: Ask;
  dueAt: number;
  /** absent where nobody in the street can do it */
  chosen?: { option: Option; column: number };
}

/** Days to choose from, as in the rule. */
const DAYS = 3;
/** One late case less is worth more than any spread of load … */
const LATE = 1000;
/** … and one home visit less outside the own grid less than any. */
const OUTSIDE = 1e-4;
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
      const cost = (completedAt > dueAt ? LATE : 0) + (isOutside(ask, agent) ? OUTSIDE : 0);
      const column = model.column(cost);
      model.put(once, column, 1);
      model.put(loads.get(agent._id) ?? -1, column, burdenOf(ask, month));
      if (workDay !== undefined) {
        take(column, agent, workDay, 'all', agent.dailyCapacity);
        if (ask.mode === 'home-visit') take(column, agent, workDay, 'visits', agent.homeVisitCapacity);
      }
      return { ask, dueAt, chosen: { option, column } };
    });
  });
  const values = model.solve();
  return ways.flatMap(({ ask, dueAt, chosen }): Outcome[] => {
    const told = { ask, dueAt, offers: 1, byHand: false };
    if (!chosen) return [{ ...told, offers: 0, share: 1 }];
    const share = values[chosen.column] ?? 0;
    const { agent, acceptedAt, completedAt } = chosen.option;
    return share > 1e-6 ? [{ ...told, share, agentId: agent._id, acceptedAt, completedAt }] : [];
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

/** Every agent who can and would, on each of the days to choose from. */
function optionsOf(ask: Ask, month: Month): Option[] {
  const hours = hoursOf(month, ask);
  const able = month.agents.filter(
    (agent) =>
      agent.active &&
      agent.unit.street === ask.resident.unit.street &&
      agent.skills.includes(ask.item.category) &&
      !ask.conflicts.includes(agent._id),
  );
  const willing = able.filter((agent) => month.answer(ask, agent, 0, ask.at).does === 'accept');
  const instants = instantsFor(ask, month);
  const last = dayOf(instants.at(-1) ?? ask.at);
  return (willing.length > 0 ? willing : able).flatMap((agent) => {
    const ms = Math.round(month.answer(ask, agent, 0, ask.at).minutes * 60_000);
    const acceptedAt = isUrgent(ask) ? ask.at + ms : addWorkingTime(hours, ask.at, ms);
    const present = instants.filter((at) => isOnDuty(agent, at) || (isUrgent(ask) && isOnCall(agent, at)));
    const on = (day: string) => ({
      agent,
      acceptedAt,
      completedAt: endOf(ask, agent, day, acceptedAt, hours),
    });
    return [...present.map((at) => ({ ...on(dayOf(at)), workDay: dayOf(at) })), on(addWorkdays(last, 1))];
  });
}

/** As the rule counts them: now, or the appointment, or the next working hour, and the openings of the days after. */
function instantsFor(ask: Ask, month: Month): number[] {
  const hours = hoursOf(month, ask);
  const first = isUrgent(ask)
    ? ask.at
    : ask.appointmentAt === undefined
      ? nextWorkingInstant(hours, ask.at)
      : Math.max(ask.at, ask.appointmentAt);
  const after = Array.from({ length: DAYS - 1 }, (_, i) =>
    nextWorkingInstant(hours, instantOf(addWorkdays(dayOf(first), i + 1))),
  );
  return [first, ...after];
}
