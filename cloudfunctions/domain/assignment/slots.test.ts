import fc from 'fast-check';
import { dayOf, instantOf } from '../../../contract/time';
import { agentDoc, monday, officeHours, unit } from '../../../tests/support/world';
import { policyOf } from '../policy';
import type { AgentDoc, DayBookDoc, SlotHeld } from '../documents';
import { type Load, chooseAgent } from './assign';
import { blankBook, bookIdOf, withSlot } from './day-book';
import { daysToShow, freeSlots, loadsOfBooks } from './slots';

const weights = policyOf(unit, []).values.weights;
const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11));
const wanted = { unit, category: '残疾人服务', mode: 'home-visit' as const };
const held = (day: string, hour: number, agentId?: string): SlotHeld => ({
  street: 's',
  day,
  hour,
  agentId,
  isVisit: true,
});
const booksWith = (slots: readonly SlotHeld[]): DayBookDoc[] => {
  const books = new Map<string, DayBookDoc>();
  for (const slot of slots) {
    const id = bookIdOf(slot);
    const next = withSlot(books.get(id) ?? blankBook(id), slot);
    if (next) books.set(id, next);
  }
  return [...books.values()];
};
const seen = (
  agents: AgentDoc[],
  {
    books = [],
    loads = [],
    hours = officeHours,
    now = monday,
  }: { books?: DayBookDoc[]; loads?: Load[]; hours?: typeof officeHours; now?: number } = {},
  from = dayOf(now),
) => freeSlots(wanted, agents, { books, loads, hours, weights, now }, daysToShow(from, now).days);
const times = (days: ReturnType<typeof seen>, day: string) =>
  days
    .find((one) => one.day === day)
    ?.slots.map((one) => `${new Date(one.at + 8 * 3_600_000).getUTCHours()}×${one.left}`);

describe('the hours that can be had', () => {
  it('are whole ones inside the community’s hours, later than now, one for each agent who can', () => {
    const days = seen([agentDoc('a'), agentDoc('b'), agentDoc('c', { skills: ['养老助老'] })]);
    expect(times(days, '2026-11-23')).toEqual(['14×2', '15×2', '16×2']);
    expect(times(days, '2026-11-24')).toEqual(['9×2', '10×2', '14×2', '15×2', '16×2']);
    expect(days).toHaveLength(14);
  });

  it('leave out leave, other days of duty, and what an agent is booked at', () => {
    const agents = [
      agentDoc('a', { leaves: [{ from: '2026-11-24', to: '2026-11-24', why: '' }] }),
      agentDoc('b', { dutyWeekdays: [1, 2], homeVisitCapacity: 3, dailyCapacity: 3 }),
    ];
    const days = seen(agents, {
      books: booksWith([held('2026-11-24', 9, 'b'), held('2026-11-25', 10, 'a')]),
    });
    expect(times(days, '2026-11-24')).toEqual(['10×1', '14×1', '15×1', '16×1']);
    expect(times(days, '2026-11-25')).toEqual(['9×1', '14×1', '15×1', '16×1']);
  });

  it('end where the agent’s own day ends', () => {
    expect(times(seen([agentDoc('a', { dutyHours: ['08:30', '16:30'] })]), '2026-11-24')).toEqual([
      '9×1',
      '10×1',
      '14×1',
      '15×1',
    ]);
  });

  it('end with the day’s room, by booked hours and by cases without one', () => {
    const books = booksWith([held('2026-11-24', 9, 'a')]);
    const loads: Load[] = [
      { agentId: 'a', workDay: '2026-11-24', mode: 'counter', count: 1, overdue: 0, taken: 0 },
    ];
    const days = seen([agentDoc('a')], { books, loads });
    expect(days[1]).toMatchObject({ slots: [], why: '约满了' });
    expect(times(days, '2026-11-25')).toHaveLength(5);
  });

  it('leave room for a case that has the hour and waits for an agent', () => {
    const days = seen([agentDoc('a'), agentDoc('b')], { books: booksWith([held('2026-11-24', 9)]) });
    expect(times(days, '2026-11-24')?.[0]).toBe('9×1');
  });

  it.each<[string, string, string | undefined, number]>([
    ['2026-11-28', '2026-11-28T08:00', undefined, 2],
    ['2026-11-29', '2026-11-28T08:00', '不开门', 0],
    ['2027-01-01', '2026-12-28T08:00', '元旦放假', 0],
    ['2026-10-10', '2026-10-08T08:00', undefined, 5],
    ['2026-11-26', '2026-11-23T10:00', '社区不开门（停电）', 0],
    ['2026-11-27', '2026-11-23T10:00', undefined, 2],
    ['2026-11-23', '2026-11-23T16:30', '今天来不及了', 0],
  ])('of %s, seen on %s: %s, %d hours', (day, now, why, count) => {
    const hours = {
      ...officeHours,
      saturday: [['09:00', '11:30']] as [string, string][],
      days: [
        { day: '2026-11-26', open: [], why: '停电' },
        { day: '2026-11-27', open: [['08:30', '11:30']] as [string, string][], why: '半天' },
      ],
    };
    const agent = agentDoc('a', { dutyWeekdays: [1, 2, 3, 4, 5, 6], dailyCapacity: 9, homeVisitCapacity: 9 });
    const found = seen([agent], { hours, now: at(now) }).find((one) => one.day === day);
    expect({ why: found?.why, count: found?.slots.length }).toEqual({ why, count });
  });

  it('says 暂定 of a year whose holidays are not published', () => {
    const days = seen([agentDoc('a')], { now: at('2026-12-28T08:00') });
    expect(days.map((one) => `${one.day} ${one.provisional === true}`)).toContain('2027-01-04 true');
    expect(days[0]?.provisional).toBeUndefined();
  });

  it('go fourteen days at a time, to the last day of an appointment', () => {
    expect(daysToShow('2026-11-23', monday)).toMatchObject({ next: '2026-12-07' });
    expect(daysToShow('2020-01-01', monday).days[0]).toBe('2026-11-23');
    expect(daysToShow('2027-02-20', monday)).toEqual({ days: ['2027-02-20', '2027-02-21'], next: undefined });
    expect(daysToShow('2099-01-01', monday)).toEqual({ days: [], next: undefined });
  });
});

/** A street of a few agents, with what is booked, waits and lies in their hands. */
const hour = fc.constantFrom(9, 10, 14, 15, 16);
const day = fc.constantFrom('2026-11-23', '2026-11-24', '2026-11-25', '2026-11-28');
const names = ['a', 'b', 'c'] as const;
const agent = fc.record({
  skills: fc.subarray(['残疾人服务', '养老助老'], { minLength: 1 }),
  dutyWeekdays: fc.subarray([1, 2, 3, 4, 5, 6], { minLength: 1 }),
  dutyHours: fc.constantFrom<[string, string]>(['08:30', '17:00'], ['08:30', '12:00'], ['13:00', '16:30']),
  dailyCapacity: fc.integer({ min: 1, max: 4 }),
  homeVisitCapacity: fc.integer({ min: 0, max: 3 }),
  active: fc.boolean(),
  leaves: fc.array(
    day.map((one) => ({ from: one, to: one, why: '' })),
    { maxLength: 1 },
  ),
});
const street = fc.record({
  agents: fc.tuple(agent, agent, agent).map((all) => all.map((one, i) => agentDoc(names[i] ?? '', one))),
  slots: fc.array(
    fc.record({
      day,
      hour,
      agentId: fc.constantFrom(...names),
      isVisit: fc.boolean(),
      street: fc.constant('s'),
    }),
    { maxLength: 8 },
  ),
  mode: fc.constantFrom('home-visit' as const, 'appointment' as const),
});

describe('any street', () => {
  const hours = { ...officeHours, saturday: [['09:00', '11:30']] as [string, string][] };
  const choose = (
    agents: AgentDoc[],
    books: DayBookDoc[],
    mode: 'home-visit' | 'appointment',
    when: number,
  ) =>
    chooseAgent(
      { ...wanted, mode, appointmentAt: when, dueAt: at('2026-12-30T17:00'), passedBy: [], conflicts: [] },
      agents,
      { books, loads: loadsOfBooks(books), hours, weights, now: monday },
    ).agent;

  it('shows an hour exactly where the rules would find an agent for it', () => {
    fc.assert(
      fc.property(street, ({ agents, slots, mode }) => {
        const books = booksWith(slots);
        const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-28'];
        const shown = freeSlots(
          { ...wanted, mode },
          agents,
          { books, loads: [], hours, weights, now: monday },
          days,
        );
        for (const one of shown) {
          for (const clock of ['09:00', '10:00', '14:00', '15:00', '16:00']) {
            const when = instantOf(one.day, clock);
            const isHour = one.day !== '2026-11-28' || clock < '11:00';
            if (when <= monday || !isHour) continue;
            const isShown = one.slots.some((free) => free.at === when);
            expect([one.day, clock, isShown]).toEqual([
              one.day,
              clock,
              choose(agents, books, mode, when) !== undefined,
            ]);
          }
        }
      }),
      { numRuns: 300, seed: 14 },
    );
  });

  it('gives the last place of an hour to one of two who ask, a thousand times', () => {
    fc.assert(
      fc.property(street, fc.nat(), ({ agents, slots, mode }, pick) => {
        let books = booksWith(slots);
        const days = ['2026-11-23', '2026-11-24', '2026-11-25'];
        const around = () => ({ books, loads: [], hours, weights, now: monday });
        const free = freeSlots({ ...wanted, mode }, agents, around(), days).flatMap((one) => one.slots);
        const last = free.filter(({ left }) => left === 1);
        const chosen = last[pick % Math.max(1, last.length)];
        if (!chosen) return;
        const ask = () => {
          const winner = choose(agents, books, mode, chosen.at);
          if (!winner) return false;
          const slot = {
            street: 's',
            day: dayOf(chosen.at),
            hour: new Date(chosen.at + 28_800_000).getUTCHours(),
          };
          const id = bookIdOf(slot);
          const book = books.find((one) => one._id === id) ?? blankBook(id);
          const next = withSlot(book, { ...slot, agentId: winner._id, isVisit: mode === 'home-visit' });
          if (!next) throw new Error('booked twice');
          books = [...books.filter((one) => one._id !== id), next];
          return true;
        };
        expect([ask(), ask()]).toEqual([true, false]);
        const after = freeSlots({ ...wanted, mode }, agents, around(), days).flatMap((one) => one.slots);
        expect(after.some((one) => one.at === chosen.at)).toBe(false);
      }),
      { numRuns: 1000, seed: 14 },
    );
  });
});
