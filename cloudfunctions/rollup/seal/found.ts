import { entryOfEvent, entryOfJournal } from '../../domain/chain/entry';
import { saltsOf } from '../../domain/chain/hash';
import { COMPLAINT, isOfStaff } from '../../domain/case/complaint';
import type { CaseDoc, ChainDoc, HeadDoc, JournalDoc, OrgDoc, Unit } from '../../domain/documents';
import { NEVER } from '../../domain/case/settle';
import { inHundreds } from '../../kit/page';
import { type Collections, type Query, find, is } from '../../kit/store';
import type { Item } from './portion';

/** A day of one unit: what was written before its end and is not sealed yet, looked for from `since` on. */
export interface Wanted {
  unit: OrgDoc;
  chain: ChainDoc;
  day: string;
  since: number;
  end: number;
}

/** Everything of a unit's day, some at a time. */
export async function* foundOf(wanted: Wanted): AsyncGenerator<Item[]> {
  const { tier, _id } = wanted.unit;
  // Cases are sealed where they are. A complaint is in the district's chain alone: no count in that of a community, or of a street, tells those
  // complained of that there is one.
  if (tier === 'community') yield* casesOf({ 'unit.community': _id }, wanted, (kase) => !isOfStaff(kase));
  if (tier === 'district') yield* casesOf({ 'unit.district': _id, category: COMPLAINT }, wanted, isOfStaff);
  yield* journalOf(wanted);
  yield* headsBelow(wanted);
}

async function* casesOf(
  query: Query,
  { since, end }: Wanted,
  isOwn: (kase: CaseDoc) => boolean,
): AsyncGenerator<Item[]> {
  const span = { field: 'touchedAt', span: [since, NEVER] } as const;
  for await (const found of inHundreds('cases', query, { only: ['events', 'category', 'touchedAt'] }, span)) {
    const cases = found.filter(isOwn);
    const known = await sealedOf(cases.map(({ _id }) => `case:${_id}`));
    yield cases.flatMap((kase): Item[] => {
      const of = `case:${kase._id}`;
      // An event is never older than the one before it.
      const before = kase.events.filter(({ at }) => at < end);
      const count = before.length - (known.get(of) ?? 0);
      const entries: Item['entries'] = (sealed, secret) =>
        before
          .slice(sealed)
          .map((event) => entryOfEvent(kase._id, event, saltsOf(secret, event.seq).details));
      return count > 0 ? [{ of, count, entries }] : [];
    });
  }
}

/** The unit's journal; what is of a grid is in that of its community. */
async function* journalOf({ unit, since, end }: Wanted): AsyncGenerator<Item[]> {
  const query: Query = unit.tier === 'community' ? { 'unit.community': unit._id } : { orgId: unit._id };
  for await (const docs of inHundreds('journal', query, {}, { field: 'at', span: [since, end] })) {
    const own = docs.filter((doc) => chainOf(doc.unit) === unit._id);
    const known = await sealedOf(own.map(({ _id }) => `journal:${_id}`));
    yield own.flatMap((doc): Item[] => {
      const of = `journal:${doc._id}`;
      return known.has(of) ? [] : [itemOf(of, doc)];
    });
  }
}

/** The unit whose chain has what belongs here: there is none of a grid's own. */
const chainOf = ({ community, street, district }: Unit): string => community ?? street ?? district;

function itemOf(of: string, doc: JournalDoc): Item {
  const isOfPerson = doc.about.kind === 'resident' || doc.about.kind === 'staff';
  return {
    of,
    person: isOfPerson ? doc.about.id : undefined,
    count: 1,
    entries: (sealed, secret) => (sealed > 0 ? [] : [entryOfJournal(doc, saltsOf(secret, 0).details)]),
  };
}

/** Heads of the units below that were closed up to this day: in the order of their counts, however late they come. */
async function* headsBelow({ unit, day, since }: Wanted): AsyncGenerator<Item[]> {
  if (unit.tier !== 'district' && unit.tier !== 'street') return;
  const heads = new Map<string, HeadDoc[]>();
  for await (const some of inHundreds(
    'heads',
    { above: unit._id },
    {},
    { field: 'at', span: [since, NEVER] },
  ))
    for (const head of some)
      if (head.day <= day) heads.set(head.orgId, [...(heads.get(head.orgId) ?? []), head]);
  const lists = [...heads].sort(([a], [b]) => (a < b ? -1 : 1));
  yield lists.map(([lower, list]): Item => ({
    of: `head:${unit._id}:${lower}`,
    count: list.length,
    entries: (sealed) =>
      list
        .filter(({ n }) => n > sealed)
        .sort((a, b) => a.n - b.n)
        .map((head) => ({ kind: 'head', unit: lower, day: head.day, n: head.n, hash: head.hash })),
  }));
}

/** How much of each is sealed. */
async function sealedOf(ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const found = await find(
    'seals',
    { _id: is.in(ids) },
    { orderBy: [['_id', 'asc']], limit: ids.length, only: ['sealed'] },
  );
  return new Map(found.map(({ _id, sealed }: Collections['seals']) => [_id, sealed]));
}
