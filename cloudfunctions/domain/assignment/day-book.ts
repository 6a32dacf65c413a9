import { isOpen } from '../../../contract/states';
import { addDays, dayOf, hourOf, instantOf } from '../../../contract/time';
import type { CaseDoc, DayBookDoc, SlotHeld } from '../documents';

/**
 * 预约簿: which hours of a street's day are taken, and by whom. What it says follows from the cases that have those hours, and is
 * written in the transaction that writes them. Rules: docs/domain.md, "Assignment".
 */

/** What a case holds of a day: its hour, until it has ended. In an emergency nobody waits for an hour. */
export function slotOf(
  kase: Pick<CaseDoc, 'state' | 'appointmentAt' | 'urgent' | 'unit' | 'holderId' | 'mode'>,
): SlotHeld | undefined {
  const { state, appointmentAt, urgent, unit, holderId, mode } = kase;
  if (appointmentAt === undefined || urgent || !isOpen(state)) return undefined;
  return {
    street: unit.street ?? unit.district,
    day: dayOf(appointmentAt),
    hour: hourOf(appointmentAt),
    agentId: holderId,
    isVisit: mode === 'home-visit',
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
    one.isVisit === other.isVisit
  );
}

/** The book with this slot; undefined where the agent has that hour already. */
export function withSlot(book: DayBookDoc, { agentId, hour, isVisit }: SlotHeld): DayBookDoc | undefined {
  if (agentId === undefined) {
    const waiting = { ...book.waiting, [hour]: (book.waiting[hour] ?? 0) + 1 };
    return { ...book, waiting };
  }
  const had = book.taken[agentId] ?? 0;
  if (had & (1 << hour)) return undefined;
  const taken = { ...book.taken, [agentId]: had | (1 << hour) };
  const visits = isVisit
    ? { ...book.visits, [agentId]: (book.visits[agentId] ?? 0) | (1 << hour) }
    : book.visits;
  return { ...book, taken, visits };
}

/** The book without it. */
export function withoutSlot(book: DayBookDoc, { agentId, hour }: SlotHeld): DayBookDoc {
  if (agentId === undefined)
    return { ...book, waiting: set(book.waiting, hour, (book.waiting[hour] ?? 1) - 1) };
  const less = (hours: Record<string, number>) => set(hours, agentId, (hours[agentId] ?? 0) & ~(1 << hour));
  return { ...book, taken: less(book.taken), visits: less(book.visits) };
}

function set(counts: Record<string, number>, key: string | number, value: number): Record<string, number> {
  const { [key]: _, ...others } = counts;
  return value > 0 ? { ...others, [key]: value } : others;
}

/** Is an agent booked at this hour? Each agent is an agent of one street, so which street's book it is does not matter. */
export function isBooked(books: readonly DayBookDoc[], agentId: string, at: number): boolean {
  return books.some(({ _id, taken }) => has(taken[agentId], hourOf(at)) && _id.endsWith(dayOf(at)));
}

/** How many cases wait for an agent at this hour. */
export function waitingAt(book: DayBookDoc | undefined, at: number): number {
  return book?.waiting[hourOf(at)] ?? 0;
}

const has = (hours = 0, hour: number): boolean => (hours & (1 << hour)) !== 0;
