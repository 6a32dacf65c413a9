import { blankBook, bookIdOf, slotChange, withSlot, withoutSlot } from '../domain/assignment/day-book';
import type { CaseDoc, DayBookDoc } from '../domain/documents';
import { type Transaction, transact, updateOne } from './store';

/**
 * Writes the case if no other request has meanwhile: one conditional write carries state, timeline and outbox together. Here
 * alone `rev` is raised, so no rule and no handler can forget it. Where it changes what the case has of a day (时段), the day's book is
 * written with it.
 */
export function replace(before: CaseDoc, after: CaseDoc): Promise<boolean> {
  if (!slotChange(before, after))
    return updateOne('cases', { _id: before._id, rev: before.rev }, changed(before, after));
  return transact(async (tx) => {
    if ((await tx.get('cases', before._id))?.rev !== before.rev) return false;
    // Two cases of one hour are older than the books: the second has its hour, and the book does not say so.
    const isBooked = await bookIn(tx, before, after);
    await replaceIn(tx, before, isBooked ? after : { ...after, slot: undefined });
    return true;
  });
}

/** The same in a transaction that has read `before` itself: no other request can have written it meanwhile. */
export function replaceIn(tx: Transaction, before: CaseDoc, after: CaseDoc): Promise<void> {
  return tx.update('cases', before._id, changed(before, after));
}

/**
 * What a write changes of the day books; false, with nothing written, where another case has the hour that it takes. `seen`: books that
 * this transaction has read already.
 */
export async function bookIn(
  tx: Transaction,
  before: CaseDoc | undefined,
  after: CaseDoc,
  seen: readonly DayBookDoc[] = [],
): Promise<boolean> {
  const { gives, takes } = slotChange(before, after) ?? {};
  const read = async (id: string) => seen.find(({ _id }) => _id === id) ?? (await bookOf(tx, id));
  const given = gives && withoutSlot(await read(bookIdOf(gives)), gives);
  if (takes) {
    const id = bookIdOf(takes);
    const taken = withSlot(given?._id === id ? given : await read(id), takes);
    if (!taken) return false;
    await tx.put('dayBooks', taken);
    if (taken._id === given?._id) return true;
  }
  if (given) await tx.put('dayBooks', given);
  return true;
}

/** A day's book; one in which nothing is taken need not be there. */
export async function bookOf(tx: Transaction, id: string): Promise<DayBookDoc> {
  return (await tx.get('dayBooks', id)) ?? blankBook(id);
}

/** The top-level fields that differ; a field that is gone is there as undefined. */
function changed(before: CaseDoc, after: CaseDoc): Partial<CaseDoc> {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof CaseDoc>;
  const differ = [...keys].filter((key) => before[key] !== after[key]).map((key) => [key, after[key]]);
  return { ...Object.fromEntries(differ), rev: before.rev + 1 };
}
