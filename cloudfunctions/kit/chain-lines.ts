import { isOfStaff } from '../domain/case/complaint';
import { entryOfEvent, entryOfJournal } from '../domain/chain/entry';
import { linked, originOf, saltsLeftOf, startOf } from '../domain/chain/hash';
import type { CaseDoc, ChainEntry, HeadDoc, JournalDoc, Leaf, OrgDoc, SealDoc } from '../domain/documents';
import { inHundreds } from './page';
import { type Collections, type Name, find, get, is } from './store';

/**
 * A line of the file (docs/chain.md). `entry` and `salt` are made anew from what the database holds now, so that what was changed since does not
 * fit its leaf. Where they are missing, `why` says why: `erased` by right, `closed` for every reader, or `gone`.
 */
interface Line {
  n: number;
  hash: string;
  leaf: string;
  salt?: string;
  entry?: ChainEntry;
  why?: 'erased' | 'closed' | 'gone';
}

/** The chain of a unit after one head (none: from its beginning) up to another, a line an entry, a line a head. */
export async function* chainLines(
  unit: OrgDoc,
  after: HeadDoc | undefined,
  last: HeadDoc,
  count: () => void,
): AsyncGenerator<Uint8Array> {
  const begins = after ? { n: after.n, hash: after.hash } : { n: 0, hash: startOf(unit._id) };
  yield lineOf({ format: 'linli-chain/1', origin: originOf(unit._id), name: unit.name, begins });
  const span = { field: 'from', span: [begins.n + 1, last.n + 1] } as const;
  for await (const segments of inHundreds('segments', { orgId: unit._id }, {}, span))
    for (const { from, start, leaves } of segments) {
      const open = await opened(leaves);
      let hash = start;
      for (const [i, leaf] of leaves.entries()) {
        const n = from + i;
        hash = linked(hash, n, leaf.hash);
        count();
        yield lineOf({ n, hash, leaf: leaf.hash, ...open(leaf) } satisfies Line);
        if (leaf.entry?.kind !== 'day') continue;
        const head = await get('heads', `${unit._id}:${n}`);
        if (head) yield lineOf({ head: { unit: head.orgId, n: head.n, hash: head.hash, day: head.day } });
      }
    }
}

const lineOf = (line: object): Uint8Array => Buffer.from(`${JSON.stringify(line)}\n`);

/** What some leaves are of, as the database has it now. */
async function opened(
  leaves: readonly Leaf[],
): Promise<(leaf: Leaf) => Pick<Line, 'salt' | 'entry' | 'why'>> {
  const idsOf = (kind: string) => [
    ...new Set(leaves.flatMap(({ of }) => (of.startsWith(kind) ? of.slice(kind.length) : []))),
  ];
  const seals = [
    ...idsOf('case:').map((id) => `case:${id}`),
    ...idsOf('journal:').map((id) => `journal:${id}`),
  ];
  const [known, cases, journal] = await Promise.all([
    byId('seals', seals, ['secret', 'gen', 'left']),
    byId('cases', idsOf('case:'), ['events', 'category']),
    byId('journal', idsOf('journal:')),
  ]);
  return (leaf) => openedLeaf(leaf, known.get(leaf.of), { cases, journal });
}

function openedLeaf(
  leaf: Leaf,
  seal: SealDoc | undefined,
  { cases, journal }: { cases: Map<string, CaseDoc>; journal: Map<string, JournalDoc> },
): Pick<Line, 'salt' | 'entry' | 'why'> {
  const { of, seq, entry } = leaf;
  if (entry) return { salt: '', entry };
  if (!seal) return { why: 'gone' };
  const salts = saltsLeftOf(seal, leaf);
  if (!salts) return { why: 'erased' };
  const { entry: salt, details } = salts;
  const id = of.slice(of.indexOf(':') + 1);
  const doc = journal.get(id);
  if (of.startsWith('journal:')) return doc ? { salt, entry: entryOfJournal(doc, details) } : { why: 'gone' };
  const kase = cases.get(id);
  // That there is a complaint is told to nobody, whoever takes the file: those complained of may be among them.
  if (kase && isOfStaff(kase)) return { why: 'closed' };
  const event = kase?.events.find((one) => one.seq === seq);
  return event ? { salt, entry: entryOfEvent(id, event, details) } : { why: 'gone' };
}

/** As many ids as one read gives documents. */
const AT_ONCE = 100;

async function byId<N extends Name>(
  name: N,
  ids: readonly string[],
  only?: (keyof Collections[N] & string)[],
): Promise<Map<string, Collections[N]>> {
  const docs: Collections[N][] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    docs.push(
      ...(await find(name, { _id: is.in(some) }, { orderBy: [['_id', 'asc']], limit: AT_ONCE, only })),
    );
  }
  return new Map(docs.map((doc) => [doc._id, doc]));
}
