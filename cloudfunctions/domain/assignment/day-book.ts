import { isOpen } from '../../../contract/states';
import { addDays, dayOf, hourOf, instantOf } from '../../../contract/time';
import type { CaseDoc, DayBookDoc, SlotHeld } from '../documents';

/**
 * 预约簿: which hours of a street's day are taken, and by whom. What it says follows from the cases that have those hours, and is
 * written in the transaction that writes them. Rules: docs/domain.md, "Assignment".
 */

/** What a case holds of a day: its hour, until it has ended. In an emergency nobody waits for an hour. */
export function slotOf(
  kase: Pick<CaseDoc, 'state' | 'appointmentAt' | 'urgent' | 'unit' | 'holderId' | 'mode' | 'pair'>,
): SlotHeld | undefined {
  const { state, appointmentAt, urgent, unit, holderId, mode, pair } = kase;
  if (appointmentAt === undefined || urgent || !isOpen(state)) return undefined;
  const companion = pair?.companion?.at === appointmentAt ? pair.companion : undefined;
  return {
    street: unit.street ?? unit.district,
    day: dayOf(appointmentAt),
    hour: hourOf(appointmentAt),
    agentId: holderId,
    isVisit: mode === 'home-visit',
    ...(companion && { withId: companion.id }),
  };
}

/** The day book that a slot stands in. */
export const bookIdOf = ({ street, day }: Pick<SlotHeld, 'street' | 'day'>): string => `${street}:${day}`;

export const blankBook = (id: string): DayBookDoc => ({
  _id: id,
  deleteAt: overOf(id),
  taken: {},
  visits: {},
  waiting: {},
});

/** When a book is read no more: a whole day after its own, so that no write of its last minute is under way. */
export const overOf = (id: string): number => instantOf(addDays(id.slice(-'2026-11-24'.length), 2));

/** What a write changes of the day books; undefined where it changes nothing. What is over stands in books that nobody reads. */
export function slotChange(
  before: Pick<CaseDoc, 'slot'> | undefined,
  { slot, touchedAt }: Pick<CaseDoc, 'slot' | 'touchedAt'>,
): { gives?: SlotHeld; takes?: SlotHeld } | undefined {
  const today = dayOf(touchedAt);
  const [gives, takes] = [before?.slot, slot].map((one) => (one && one.day >= today ? one : undefined));
  return isSame(gives, takes) ? undefined : { gives, takes };
}

function isSame(one: SlotHeld | undefined, other: SlotHeld | undefined): boolean {
  if (!one || !other) return one === other;
  return (
    bookIdOf(one) === bookIdOf(other) &&
    one.hour === other.hour &&
    one.agentId === other.agentId &&
    one.withId === other.withId &&
    one.isVisit === other.isVisit
  );
}

/** The book with this slot; undefined where the agent, or who goes along, has that hour already. */
export function withSlot(
  book: DayBookDoc,
  { agentId, withId, hour, isVisit }: SlotHeld,
): DayBookDoc | undefined {
  if (agentId === undefined) {
    const waiting = { ...book.waiting, [hour]: (book.waiting[hour] ?? 0) + 1 };
    return { ...book, waiting };
  }
  const ids = withId === undefined ? [agentId] : [agentId, withId];
  if (ids.some((id) => has(book.taken[id], hour))) return undefined;
  const more = (hours: Record<string, number>, id: string) => ({
    ...hours,
    [id]: (hours[id] ?? 0) | (1 << hour),
  });
  return {
    ...book,
    taken: ids.reduce(more, book.taken),
    visits: isVisit ? more(book.visits, agentId) : book.visits,
    ...(withId !== undefined && { along: more(book.along ?? {}, withId) }),
  };
}

/** The book without it. */
export function withoutSlot(book: DayBookDoc, { agentId, withId, hour }: SlotHeld): DayBookDoc {
  if (agentId === undefined)
    return { ...book, waiting: set(book.waiting, hour, (book.waiting[hour] ?? 1) - 1) };
  const less = (hours: Record<string, number>, id: string) => set(hours, id, (hours[id] ?? 0) & ~(1 << hour));
  const alone = { ...book, taken: less(book.taken, agentId), visits: less(book.visits, agentId) };
  if (withId === undefined) return alone;
  return { ...alone, taken: less(alone.taken, withId), along: less(book.along ?? {}, withId) };
}

function set(counts: Record<string, number>, key: string | number, value: number): Record<string, number> {
  const { [key]: _, ...others } = counts;
  return value > 0 ? { ...others, [key]: value } : others;
}

/** Is an agent booked at this hour? Each agent is an agent of one street, so which street's book it is does not matter. */
export function isBooked(books: readonly DayBookDoc[], agentId: string, at: number): boolean {
  return books.some(({ _id, taken }) => has(taken[agentId], hourOf(at)) && _id.endsWith(dayOf(at)));
}

/** At how many hours of that day an agent goes along with a colleague: each is an hour at a door. */
export function alongOn(books: readonly DayBookDoc[], agentId: string, day: string): number {
  return books
    .filter(({ _id }) => _id.endsWith(day))
    .reduce((sum, { along }) => sum + bits(along?.[agentId] ?? 0), 0);
}

/** How many hours of a day these are. */
export function bits(hours: number): number {
  let count = 0;
  for (let left = hours; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** How many cases wait for an agent at this hour. */
export function waitingAt(book: DayBookDoc | undefined, at: number): number {
  return book?.waiting[hourOf(at)] ?? 0;
}

const has = (hours = 0, hour: number): boolean => (hours & (1 << hour)) !== 0;
