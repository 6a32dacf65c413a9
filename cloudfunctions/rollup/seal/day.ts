import { addDays, instantOf } from '../../../contract/time';
import { leafOf, rootOf } from '../../domain/chain/hash';
import { closesAt, textOfHead } from '../../domain/chain/head';
import type { ChainDoc, DayEntry, OrgDoc } from '../../domain/documents';
import { inHundreds } from '../../kit/page';
import { get, is, transact, updateOne } from '../../kit/store';
import { upload } from '../../kit/storage';
import { foundOf } from './found';
import { type Item, PORTION, extended, sealPortion } from './portion';

/** A write carries the instant at which it began: it may come to light this much later. */
const OVERLAP_MS = 60 * 60_000;

/** What a day of a unit came to: entries that were added, and whether it is closed, with its file. */
export interface Sealed {
  added: number;
  isClosed: boolean;
}

/**
 * Seals the next day of a unit, from that day's cases and entries alone: portion by portion, then the day is closed under a new head and the
 * head is written to the storage. Killed anywhere, late or twice, the next run goes on to the same end. `oldest`: from when on some unit has
 * not looked yet, since a case may have come from there.
 */
export async function sealDay(
  chain: ChainDoc,
  unit: OrgDoc,
  { oldest, now, hasTime }: { oldest: number; now: number; hasTime: () => boolean },
): Promise<Sealed> {
  const sealed: Sealed = { added: 0, isClosed: false };
  if (chain.unfiled !== undefined) {
    await file(chain, chain.unfiled, unit);
    return { ...sealed, isClosed: true };
  }
  const day = addDays(chain.day, 1);
  const end = instantOf(addDays(day, 1));
  const since = Math.min(chain.since, oldest) - OVERLAP_MS;
  for await (const found of foundOf({ unit, chain, day, since, end })) {
    for (const items of portionsOf(found)) {
      sealed.added += await sealPortion(chain._id, items);
      if (!hasTime()) return sealed;
    }
  }
  const closed = await close(chain._id, unit, day, now);
  if (closed?.unfiled !== undefined) await file(closed, closed.unfiled, unit);
  return { ...sealed, isClosed: closed !== undefined };
}

/** Some fifty entries each. */
function portionsOf(found: readonly Item[]): Item[][] {
  const portions: Item[][] = [];
  let size = PORTION;
  for (const item of found) {
    if (size >= PORTION) {
      portions.push([]);
      size = 0;
    }
    portions.at(-1)?.push(item);
    size += item.count;
  }
  return portions;
}

/** Closes the day with an entry that has the root over its entries; a day without any has no head of its own. Undefined: another run did. */
async function close(id: string, unit: OrgDoc, day: string, now: number): Promise<ChainDoc | undefined> {
  const before = await get('chains', id);
  if (!before || addDays(before.day, 1) !== day) return undefined;
  const end = instantOf(addDays(day, 1));
  const next = { day, since: end, sealedAt: now };
  const dueAt = closesAt(unit.tier, addDays(day, 1));
  if (before.n < before.from) {
    const isMine = await updateOne('chains', { _id: id, day: before.day, n: before.n }, { ...next, dueAt });
    return isMine ? { ...before, ...next, dueAt } : undefined;
  }
  const leaves = await leavesFrom(id, before.from);
  const entry: DayEntry = {
    kind: 'day',
    day,
    from: before.from,
    count: leaves.length,
    root: rootOf(leaves),
  };
  return transact(async (tx) => {
    const chain = await tx.get('chains', id);
    if (!chain || chain.day !== before.day || chain.n !== before.n) return undefined;
    const leaf = { of: 'day', seq: 0, hash: leafOf('', entry), entry };
    const { n, hash, ...rest } = await extended(tx, chain, day, [leaf]);
    const unfiled = headIdOf(id, n);
    await tx.put('heads', { _id: unfiled, orgId: id, n, hash, day, at: now, above: chain.above });
    const closed = { ...rest, ...next, n, hash, from: n + 1, unfiled };
    await tx.put('chains', closed);
    return closed;
  });
}

export const headIdOf = (orgId: string, n: number): string => `${orgId}:${n}`;

/** The hashes of a chain's leaves from a number on. */
async function leavesFrom(orgId: string, from: number): Promise<string[]> {
  const leaves: string[] = [];
  const span = { field: 'from', span: [from, Number.MAX_SAFE_INTEGER] } as const;
  for await (const segments of inHundreds('segments', { orgId, from: is.gte(from) }, {}, span))
    leaves.push(...segments.flatMap((segment) => segment.leaves.map(({ hash }) => hash)));
  return leaves;
}

/** Writes a head to the storage, where no query of the database reaches, and only then takes the next day. */
async function file(chain: ChainDoc, headId: string, unit: OrgDoc): Promise<void> {
  const head = await get('heads', headId);
  if (head) {
    const path = `heads/${chain._id}/${head.day}-${head.n}.txt`;
    await upload(path, [Buffer.from(textOfHead({ ...head, unit: chain._id }))]);
  }
  const dueAt = closesAt(unit.tier, addDays(chain.day, 1));
  await updateOne('chains', { _id: chain._id, unfiled: headId }, { unfiled: undefined, dueAt });
}
