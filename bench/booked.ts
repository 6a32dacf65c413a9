import { addDays, dayOf, instantOf, weekdayOf } from '../contract/time';
import type { AgentDoc, CaseDoc, DayBookDoc, OrgDoc } from '../cloudfunctions/domain/documents';
import { blankBook, bookIdOf, withSlot } from '../cloudfunctions/domain/assignment/day-book';
import { standard } from '../cloudfunctions/domain/policy';
import { demoDocuments } from '../demo/documents';
import { MONDAY } from '../demo/cloud';
import { Opening } from '../simulate/opening';
import { askOf, offeredTo } from './open-cases';

export const STREET_OF = 'cm-xinmin';
const AGENTS = 100;
const long = { open: [['08:00', '20:00']] as [string, string][], saturday: [] };
const HOURS = Array.from({ length: 12 }, (_, i) => `${String(8 + i).padStart(2, '0')}:00`);

/**
 * A street of a hundred agents who come for twelve hours a day, with so many appointments in the fourteen days from Monday on: 12,000 hours
 * there are. What they have in hand besides is the same however many there are.
 */
export function streetWithAppointments(count: number): Record<string, { _id: string }[]> {
  const demo = demoDocuments();
  const orgs = (demo.orgs ?? []) as unknown as OrgDoc[];
  const home = orgs.find(({ _id }) => _id === STREET_OF);
  const [model] = (demo.agents ?? []) as unknown as AgentDoc[];
  if (!home || !model) throw new Error('the demo has no such street');
  const agents = Array.from({ length: AGENTS }, (_, i): AgentDoc => ({
    ...model,
    _id: `booked-${String(i).padStart(3, '0')}`,
    dutyHours: ['08:00', '20:00'],
    dailyCapacity: 50,
    homeVisitCapacity: 50,
  }));
  const days = Array.from({ length: 14 }, (_, i) => addDays(dayOf(MONDAY), i)).filter(
    (day) => weekdayOf(day) < 6,
  );
  const opening = new Opening(standard);
  const books = new Map<string, DayBookDoc>();
  const cases = Array.from({ length: count }, (_, i): CaseDoc => {
    const agent = agents[i % AGENTS];
    const day = days[Math.floor(i / AGENTS) % days.length];
    const clock = HOURS[Math.floor(i / AGENTS / days.length)];
    if (!agent || !day || !clock) throw new Error('more appointments than hours');
    const ask = { ...askOf(i, agent, MONDAY), appointmentAt: instantOf(day, clock) };
    const kase = opening.open(ask, long);
    const given = offeredTo(
      { ...kase, no: String(i).padStart(8, '0'), requestId: `seed:${kase._id}` },
      agent,
      long,
      day,
    );
    if (!given.slot) throw new Error('not booked');
    const id = bookIdOf(given.slot);
    const book = withSlot(books.get(id) ?? blankBook(id), given.slot);
    if (book) books.set(id, book);
    return given;
  });
  return {
    ...demo,
    cases,
    agents,
    dayBooks: [...books.values()],
    orgs: orgs.map((one) => (one._id === STREET_OF ? { ...one, hours: long } : one)),
  } as unknown as Record<string, { _id: string }[]>;
}
