import { limits } from '../../../contract/limits';
import type { SlotDay } from '../../../contract/models';
import { addDays, dayOf, instantOf } from '../../../contract/time';
import type { AgentDoc, DayBookDoc } from '../documents';
import { hoursToAgreeOn } from '../time/appointment';
import { isProvisional } from '../time/holidays';
import { closureOf } from '../time/hours';
import { type Circumstances, type Load, type Standing, type Wanted, gates, nearness } from './assign';
import { bits, bookIdOf, waitingAt } from './day-book';

/**
 * 时段: the hours that can be had, by the very rules that give a case to an agent: an hour is free where at least one agent
 * passes every gate at it, besides those whom cases that have it still wait for.
 */

/** Fourteen days from this one, as far as an appointment may lie ahead, and where the next fourteen begin. */
export function daysToShow(from: string, now: number): { days: string[]; next?: string } {
  const today = dayOf(now);
  const last = addDays(today, limits.appointmentDays);
  const days: string[] = [];
  let day = from < today ? today : from;
  for (; days.length < limits.slotDays && day <= last; day = addDays(day, 1)) days.push(day);
  return { days, next: day <= last ? day : undefined };
}

interface Around extends Pick<Circumstances, 'hours' | 'weights' | 'now'> {
  /** cases without an hour of their own, by agent and day */
  loads: readonly Load[];
  books: readonly DayBookDoc[];
}

/** What of these days can be had for such a case. `people`: how many agents have to be free at an hour (两人同行). */
export function freeSlots(
  { unit, category, mode, people = 1 }: Pick<Wanted, 'unit' | 'category' | 'mode'> & { people?: number },
  agents: readonly AgentDoc[],
  around: Around,
  days: readonly string[],
): SlotDay[] {
  const { hours, weights, now, books } = around;
  const blank: Wanted = { unit, category, mode, dueAt: now, passedBy: [], conflicts: [] };
  const standingOf = (agent: AgentDoc): Standing => ({
    wanted: blank,
    agent,
    near: nearness(blank, agent),
    own: [],
    at: now,
    day: '',
    now,
    hours,
    weights,
    books: [],
    passes: 0,
  });
  const able = agents.map(standingOf).filter(passes('agent'));
  const loads = byDay([...around.loads, ...loadsOfBooks(books)]);
  return days.map((day) => {
    const book = books.find(({ _id }) => _id === bookIdOf({ street: unit.street ?? unit.district, day }));
    const own = loads.get(day);
    const there = able
      .map((one) => ({ ...one, day, own: own?.get(one.agent._id) ?? [], books: book ? [book] : [] }))
      .filter(passes('day'));
    const begins = hoursToAgreeOn(hours, day).filter((at) => at > now);
    const slots = begins.flatMap((at) => {
      const wanted = { ...blank, appointmentAt: at };
      const free = there.filter((one) => passes('hour')({ ...one, wanted, at })).length;
      const left = free - waitingAt(book, at) - (people - 1);
      return left > 0 ? { at, left } : [];
    });
    const why = slots.length > 0 ? undefined : whyNone(around, day, begins.length > 0);
    return { day, slots, why, provisional: isProvisional(day) || undefined };
  });
}

const passes =
  (level: (typeof gates)[number]['of']) =>
  (one: Standing): boolean =>
    gates.every(({ of, out }) => of !== level || out(one) === undefined);

/** Why a day has no hour that can be had, in few words. */
function whyNone({ hours, now }: Pick<Around, 'hours' | 'now'>, day: string, hasHours: boolean): string {
  if (hasHours) return '约满了';
  const isOver = instantOf(day) <= now && hoursToAgreeOn(hours, day).length > 0;
  return isOver ? '今天来不及了' : (closureOf(hours, day) ?? '不开门');
}

/** day → agent → what they have on it */
function byDay(loads: readonly Load[]): Map<string, Map<string, Load[]>> {
  const days = new Map<string, Map<string, Load[]>>();
  for (const load of loads) {
    const { workDay = '', agentId } = load;
    const agents = days.get(workDay) ?? new Map<string, Load[]>();
    days.set(workDay, agents);
    const own = agents.get(agentId);
    if (own) own.push(load);
    else agents.set(agentId, [load]);
  }
  return days;
}

/** What the books say each agent has on each day, as the rules count it; at which hours they go along is asked of the books (`alongOn`). */
export function loadsOfBooks(books: readonly DayBookDoc[]): Load[] {
  const loads: Load[] = [];
  for (const { _id, taken, visits, along = {} } of books) {
    const workDay = _id.slice(-'2026-11-24'.length);
    const add = (agentId: string, mode: Load['mode'], count: number) => {
      if (count > 0) loads.push({ agentId, workDay, mode, count, overdue: 0, taken: 0 });
    };
    for (const [agentId, hours] of Object.entries(taken)) {
      const atDoor = bits(visits[agentId] ?? 0);
      add(agentId, 'home-visit', atDoor);
      add(agentId, 'appointment', bits(hours & ~(along[agentId] ?? 0)) - atDoor);
    }
  }
  return loads;
}
