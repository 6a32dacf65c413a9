import { randomBytes } from 'node:crypto';
import { addDays } from '../../../contract/time';
import { leafOf, linked, saltsOf } from '../../domain/chain/hash';
import type { CaseEntry, ChainDoc, HeadEntry, JournalSealed, Leaf, SealDoc } from '../../domain/documents';
import { type Transaction, transact } from '../../kit/store';

/** What is to be sealed of one case, one entry of the journal or the heads of one unit. */
export interface Item {
  /** the `_id` of what is known of it: `SealDoc` */
  of: string;
  /** a person whom it is about: their entries are found by it */
  person?: string;
  /** how many entries that is at most */
  count: number;
  /** what of it is not sealed yet, where so much is; `secret` hides it */
  entries(sealed: number, secret: string): (CaseEntry | JournalSealed | HeadEntry)[];
}

/** Some entries go in one write: as many as a transaction has time for. */
export const PORTION = 50;

/**
 * Seals some items: their leaves, what is known of each and the chain itself are written together, or nothing is. What another run has sealed
 * meanwhile is left out, so twice is the same as once. Gives how many entries were added.
 */
export function sealPortion(orgId: string, items: readonly Item[]): Promise<number> {
  return transact(async (tx) => {
    const chain = await tx.get('chains', orgId);
    if (!chain) return 0;
    const day = addDays(chain.day, 1);
    const leaves: Leaf[] = [];
    for (const item of items) leaves.push(...(await sealItem(tx, item, chain, day, leaves.length)));
    if (leaves.length === 0) return 0;
    await tx.put('chains', await extended(tx, chain, day, leaves));
    return leaves.length;
  });
}

/** The chain with some leaves more, which are written as one segment. */
export async function extended(
  tx: Transaction,
  chain: ChainDoc,
  day: string,
  leaves: readonly Leaf[],
): Promise<ChainDoc> {
  const from = chain.n + 1;
  await tx.put('segments', {
    _id: `${chain._id}:${from}`,
    orgId: chain._id,
    day,
    from,
    start: chain.hash,
    leaves: [...leaves],
  });
  const hash = leaves.reduce((before, leaf, i) => linked(before, from + i, leaf.hash), chain.hash);
  return { ...chain, n: chain.n + leaves.length, hash };
}

async function sealItem(
  tx: Transaction,
  { of, person, entries }: Item,
  chain: ChainDoc,
  day: string,
  before: number,
): Promise<Leaf[]> {
  const known = await tx.get('seals', of);
  const fresh = (): string => randomBytes(32).toString('hex');
  const secret = known?.secret ?? fresh();
  const seal: SealDoc = known ?? { _id: of, gen: 0, sealed: 0, places: [], of: person };
  const left = entries(seal.sealed, secret);
  const [first] = left;
  if (!first) return [];
  const gen = seal.gen === 0 ? undefined : seal.gen;
  const leaves = left.map((entry): Leaf => {
    if (entry.kind === 'head') return { of, seq: entry.n, hash: leafOf('', entry), entry };
    const seq = entry.kind === 'case' ? entry.seq : 0;
    return { of, seq, gen, hash: leafOf(saltsOf(secret, seq).entry, entry) };
  });
  const last = left.at(-1) ?? first;
  const isHead = first.kind === 'head';
  const place = {
    seq: leaves[0]?.seq ?? 0,
    count: leaves.length,
    gen,
    orgId: chain._id,
    n: chain.n + 1 + before,
    day,
  };
  const change = {
    sealed: last.kind === 'head' ? last.n : seal.sealed + left.length,
    // Of heads nothing is asked by what they are of.
    places: isHead ? [] : [...seal.places, place],
    secret: isHead ? undefined : secret,
  };
  if (known) await tx.update('seals', of, change);
  else await tx.put('seals', { ...seal, ...change });
  return leaves;
}
