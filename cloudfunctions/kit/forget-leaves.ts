import { saltsOf } from '../domain/chain/hash';
import type { SealDoc } from '../domain/documents';
import { type Query, is, transact, updateMany } from './store';

/** As many ids as one condition names. */
const AT_ONCE = 100;

/** Whose leaves: what the journals say about these people, cases whole, single entries of the journal. */
export interface Forgotten {
  people?: readonly string[];
  cases?: readonly string[];
  journal?: readonly string[];
}

/**
 * Destroys what ties leaves of the chain to what they were of: their salts. From then on nobody, not even with the text in hand, can tell
 * which leaf it was; the chain still verifies and no head changes (docs/decisions/0062). What is written later gets salts of its own. Call it
 * before the texts themselves go, and again after: a run that died between has then done both. Gives how many cases and entries it found.
 */
export async function forgetLeaves({ people = [], cases = [], journal = [] }: Forgotten): Promise<number> {
  const ids = [...cases.map((id) => `case:${id}`), ...journal.map((id) => `journal:${id}`)];
  let found = 0;
  for (const query of [...inParts(people, 'of'), ...inParts(ids, '_id')])
    found += await updateMany('seals', query, { secret: undefined, left: undefined }, { gen: 1 });
  return found;
}

function inParts(ids: readonly string[], field: 'of' | '_id'): Query[] {
  return Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, i) => ({
    [field]: is.in(ids.slice(i * AT_ONCE, (i + 1) * AT_ONCE)),
  }));
}

/** The same for some events of a case alone, by their `seq`: what another person did in it. The salts of its other events stay. */
export function forgetEvents(caseId: string, seqs: readonly number[]): Promise<void> {
  return transact(async (tx) => {
    const seal = await tx.get('seals', `case:${caseId}`);
    if (!seal || seqs.length === 0) return;
    const left = Object.fromEntries(saltsLeft(seal).filter(([seq]) => !seqs.includes(Number(seq))));
    await tx.update('seals', seal._id, { secret: undefined, left, gen: seal.gen + 1 });
  });
}

/** The salts of all events that still have some. */
function saltsLeft({ secret, gen, places, left = {} }: SealDoc): [seq: string, salts: Salts][] {
  if (secret === undefined) return Object.entries(left);
  const own = places
    .filter((place) => (place.gen ?? 0) === gen)
    .flatMap(({ seq, count }) => Array.from({ length: count }, (_, i) => seq + i));
  return [...Object.entries(left), ...own.map((seq): [string, Salts] => [String(seq), saltsOf(secret, seq)])];
}

type Salts = ReturnType<typeof saltsOf>;
