import {
  type KeepingChange,
  type ShelfName,
  classOn,
  daysOn,
  shelfNames,
  shelves,
} from '../../contract/keeping';
import type { Due, KeepingView } from '../../contract/models/keeping';
import { isOpen, states } from '../../contract/states';
import type { CaseDoc, ServiceDoc } from '../domain/documents';
import { discardAt } from '../domain/case/photos';
import { standard } from '../domain/policy';
import { archiveOver, categoriesOf, isOver, nextRun, overBefore, turnOf } from '../domain/privacy/keeping';
import { leavingFields } from '../domain/privacy/leaving';
import { isUnreached, withoutReach } from '../domain/privacy/reach';
import { assess } from './assess';
import { raiseAlarm } from './alarms';
import { dropCase } from './drop-case';
import { each } from './each';
import { forgetLeaves } from './forget-leaves';
import { inHundreds } from './page';
import { keepingOf, serviceItems } from './reference';
import { type Name, find, get, is, put, removeOne, updateOne } from './store';
import { budget } from './whole';
import { replace } from './write';

/**
 * 保存期限: what is over is found in one place, for the run that removes it and for the page that says what the next run will remove. It goes in
 * portions: what was removed is not found again, so a run that was killed or had no more time is gone on with.
 */

/** Districts of an installation: mostly one. */
const DISTRICTS = 20;
/** A page says no larger number than this, and counts no further. */
const COUNTED = 1000;
/** Longer than a run may take: after it the next goes on with what a crash left. */
const LEASE_MS = 60_000;
const dayMs = 86_400_000;
const ENDED = states.filter((state) => !isOpen(state));

/** Something that is over: a document, or of a case its number and door alone. */
interface Over {
  in: Name;
  id: string;
  part?: 'contact';
}
type Found = AsyncGenerator<readonly Over[]>;

/** A district with what it has set. */
interface District {
  id: string;
  keeping: KeepingChange;
}

async function districtsOf(): Promise<District[]> {
  const found = await find(
    'orgs',
    { tier: 'district' },
    { orderBy: [['_id', 'asc']], limit: DISTRICTS, only: ['tier'] },
  );
  const all: District[] = [];
  for (const { _id: id } of found) all.push({ id, keeping: await keepingOf(id) });
  return all;
}

async function* over<N extends Name>(
  name: N,
  query: Parameters<typeof inHundreds>[1],
  field: NonNullable<Parameters<typeof inHundreds<N>>[3]>['field'],
  before: number,
): Found {
  for await (const some of inHundreds(name, query, { only: [field] }, { field, span: [0, before] }))
    yield some.map(({ _id }) => ({ in: name, id: _id }));
}

/** What is over on each shelf of a district, the oldest first. Those that know no unit are the same for all. */
const finders: Record<ShelfName, (district: District, now: number) => Found> = {
  inbox: ({ id, keeping }, now) =>
    over('notices', { 'unit.district': id }, 'at', overBefore(daysOn('inbox', keeping), now)),
  contacts: ({ id, keeping }, now) => reachOver(id, overBefore(daysOn('contacts', keeping), now)),
  calls: (_, now) => over('calls', { open: false }, 'at', overBefore(daysOn('calls'), now)),
  async *invitations({ id, keeping }, now) {
    const before = overBefore(daysOn('invitations', keeping), now);
    for (const open of [false, true])
      yield* over('invitations', { 'unit.district': id, open }, 'until', before);
  },
  importRows: ({ id, keeping }, now) => rowsOver(id, overBefore(daysOn('importRows', keeping), now)),
  requests: ({ id, keeping }, now) =>
    over(
      'dataRequests',
      { 'unit.district': id, isOpen: false },
      'at',
      overBefore(daysOn('requests', keeping), now),
    ),
  async *looks({ id, keeping }, now) {
    const before = overBefore(daysOn('looks', keeping), now);
    for (const kind of ['resident', 'staff'])
      yield* over('journal', { 'unit.district': id, 'about.kind': kind }, 'at', before);
  },
  exports: (_, now) => takenOver(overBefore(daysOn('exports'), now)),
  async *alarms(_, now) {
    const before = overBefore(daysOn('alarms'), now);
    yield* over('alarms', { open: false }, 'lastAt', before);
    yield* over('troubles', { lastAt: is.gte(0) }, 'lastAt', before);
  },
};

/** Who took away what, of files that are gone: one that is kept for longer is still to be found, and deleted, by its entry. */
async function* takenOver(before: number): Found {
  const fields = { only: ['at', 'deleteAt'] as ('at' | 'deleteAt')[] };
  for await (const some of inHundreds('exports', { at: is.gte(0) }, fields, {
    field: 'at',
    span: [0, before],
  }))
    yield some.flatMap(({ _id, deleteAt }) => (deleteAt === undefined ? [{ in: 'exports', id: _id }] : []));
}

/** Rows of imports that can be taken back no more. From import to import: a row names its own, and those without rows cost nothing. */
async function* rowsOver(districtId: string, before: number): Found {
  for (let after = ''; ;) {
    const [row] = await find(
      'importRows',
      { _id: is.gt(after) },
      { orderBy: [['_id', 'asc']], limit: 1, only: ['importId'] },
    );
    if (!row) return;
    const { importId } = row;
    const made = await get('imports', importId);
    const isTheirs = made ? made.unit.district === districtId && made.at < before : true;
    if (isTheirs)
      for await (const some of inHundreds('importRows', { importId }, { only: ['importId'] }))
        yield some.map(({ _id }) => ({ in: 'importRows', id: _id }));
    // The rows of an import are called by it: those of the next one come after all of them.
    after = `${importId}:\uFFFF`;
  }
}

/** Ended cases that still say how to reach somebody whom nobody has to reach any more. */
async function* reachOver(districtId: string, before: number): Found {
  const query = { 'unit.district': districtId, reaches: true };
  const fields = { only: [...leavingFields] };
  for await (const some of inHundreds('cases', query, fields, { field: 'endedAt', span: [0, before] }))
    yield some.filter(isUnreached).map(({ _id }) => ({ in: 'cases', id: _id, part: 'contact' }));
}

/** Cases that are walked together, each case in one walk: those of an item with a class of its own, and of a category what is left. */
type Heap = { item: string } | { category: string };

const heapsOf = (items: readonly ServiceDoc[], keeping: KeepingChange): Heap[] => [
  ...categoriesOf(items, keeping).map((category) => ({ category })),
  ...Object.keys(keeping.items ?? {}).map((item) => ({ item })),
];

/** Cases of a heap whose archive's time is over. */
async function* casesOver({ id, keeping }: District, heap: Heap, now: number): Found {
  const { items = {} } = keeping;
  const name = 'item' in heap ? items[heap.item] : classOn(heap.category, keeping);
  const before = name && archiveOver(name, now);
  if (before === undefined) return;
  const own = Object.keys(items);
  const which =
    'item' in heap
      ? { serviceCode: heap.item }
      : { category: heap.category, ...(own.length > 0 && { serviceCode: is.nin(own) }) };
  const query = { 'unit.district': id, ...which, state: is.in(ENDED) };
  const fields = { only: [...leavingFields] };
  for await (const some of inHundreds('cases', query, fields, { field: 'endedAt', span: [0, before + 1] }))
    yield some.filter((kase) => isOver(kase, keeping, now)).map(({ _id }) => ({ in: 'cases', id: _id }));
}

/** The fields of a case that tell until when its photos are kept. */
const photoFields = [
  'unit',
  'state',
  'endedAt',
  'terms',
  'photos',
  'papers',
  'custody',
  'enclosures',
  'wakeAt',
] as const satisfies (keyof CaseDoc)[];
/** Cases that are looked at for it: of a day more than this are said to be more. */
const LOOKED = 2000;

/** Cases of a district that have ended and whose photos go until then: the sweep looks at each of them on its day. */
async function photosOver(districtId: string, until: number): Promise<Due> {
  let [sum, looked] = [0, 0];
  const waking = { field: 'wakeAt', span: [0, until + 1] } as const;
  for await (const some of inHundreds('cases', { wakeAt: is.gt(0) }, { only: [...photoFields] }, waking)) {
    const going = some.filter((kase) => (discardAt(kase, standard.photoDays) ?? Infinity) <= until);
    sum += going.filter(({ unit }) => unit.district === districtId).length;
    looked += some.length;
    if (looked >= LOOKED) return { count: sum, isMore: true };
  }
  return { count: sum, isMore: false };
}

async function counted(found: Found): Promise<Due> {
  let sum = 0;
  for await (const some of found) {
    sum += some.length;
    if (sum >= COUNTED) return { count: COUNTED, isMore: true };
  }
  return { count: sum, isMore: false };
}

/** When the next run begins, and what the last one removed. */
export async function runOf(now: number): Promise<Pick<KeepingView, 'nextAt' | 'last'>> {
  const run = await get('runs', 'keeping');
  const { keepAt = nextRun(now), last } = run ?? {};
  const names: Record<string, { name: string }> = shelves;
  return {
    nextAt: keepAt > now && keepAt <= nextRun(now) ? keepAt : nextRun(now),
    last: last && {
      at: last.at,
      removed: Object.entries(last.removed).map(([kind, sum]) => ({
        name: names[kind]?.name ?? '到期的办件',
        count: sum,
      })),
    },
  };
}

/** What a run at that time removes of a district: found as the run finds it. */
export async function dueBy(
  districtId: string,
  at: number,
): Promise<{
  shelves: ReadonlyMap<ShelfName, Due>;
  /** by category, without the items that have a class of their own */
  archive: ReadonlyMap<string, Due>;
  items: ReadonlyMap<string, Due>;
  photos: Due;
}> {
  const district = { id: districtId, keeping: await keepingOf(districtId) };
  const ofShelves = new Map<ShelfName, Due>();
  const archive = new Map<string, Due>();
  const items = new Map<string, Due>();
  await each(shelfNames, async (shelf) => ofShelves.set(shelf, await counted(finders[shelf](district, at))));
  await each(heapsOf(await serviceItems(), district.keeping), async (heap) => {
    const due = await counted(casesOver(district, heap, at));
    if ('item' in heap) items.set(heap.item, due);
    else archive.set(heap.category, due);
  });
  return { shelves: ofShelves, archive, items, photos: await photosOver(districtId, at) };
}

/** One run of it, when its time has come. */
export async function removeOver(now: number): Promise<{ removed: number }> {
  const run = await get('runs', 'keeping');
  const turn = turnOf(run, now);
  if (turn === 'not yet') return { removed: 0 };
  if (run === undefined || turn === 'plan') {
    await put('runs', { _id: 'keeping', until: now, last: run?.last, keepAt: nextRun(now) });
    return { removed: 0 };
  }
  const seen = { _id: 'keeping', keepAt: run.keepAt };
  if (turn === 'hold back') {
    const days = Math.floor((now - run.until) / dayMs);
    if (await updateOne('runs', seen, { until: now, keepAt: nextRun(now) }))
      await raiseAlarm(
        {
          kind: 'data',
          function: 'sweep',
          why: `离上次到期清理有${days}天了，今天先不删，明天凌晨再删。请看时钟对不对。`,
        },
        now,
      );
    return { removed: 0 };
  }
  // Another run has it in hand.
  if (!(await updateOne('runs', seen, { keepAt: now + LEASE_MS }))) return { removed: 0 };
  const { removed, isDone } = await removal(now, run.sofar ?? {});
  const next = isDone
    ? { until: now, keepAt: nextRun(now), sofar: undefined, last: { at: now, removed } }
    : { keepAt: now, sofar: removed };
  await updateOne('runs', { _id: 'keeping' }, next);
  // What is configured may have changed since: the law asks for another one then.
  if (isDone) for (const { id } of await districtsOf()) await assess(id, '系统', now);
  return { removed: sumOf(removed) - sumOf(run.sofar ?? {}) };
}

const sumOf = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((sum, one) => sum + one, 0);

/** Removes what there is time for, and counts it by kind on top of what was removed before. */
async function removal(
  now: number,
  before: Record<string, number>,
): Promise<{ removed: Record<string, number>; isDone: boolean }> {
  const hasTime = budget();
  const removed = { ...before };
  const items = await serviceItems();
  for (const district of await districtsOf()) {
    const found: [string, Found][] = [
      ...shelfNames.map((shelf): [string, Found] => [shelf, finders[shelf](district, now)]),
      ...heapsOf(items, district.keeping).map((heap): [string, Found] => [
        'archive',
        casesOver(district, heap, now),
      ]),
    ];
    for (const [kind, batches] of found)
      for await (const some of batches) {
        if (!hasTime()) return { removed, isDone: false };
        await each(some, async (one) => {
          if (await isGone(one, district.keeping, now)) removed[kind] = (removed[kind] ?? 0) + 1;
        });
      }
  }
  return { removed, isDone: true };
}

async function isGone({ in: name, id, part }: Over, keeping: KeepingChange, now: number): Promise<boolean> {
  if (part === 'contact') return forgetReach(id);
  if (name === 'cases') return dropCase(id, keeping, now);
  // The chain knows the entry by its hash alone, and no head changes.
  if (name === 'journal') await forgetLeaves({ journal: [id] });
  await removeOne(name, id);
  return true;
}

/** False: it is being written, or goes on after all; the next run finds it again. */
async function forgetReach(id: string): Promise<boolean> {
  const kase = await get('cases', id);
  return kase !== undefined && isUnreached(kase) && replace(kase, withoutReach(kase));
}
