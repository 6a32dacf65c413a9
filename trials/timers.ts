import templates from '../config/templates.json';
import type { ActionName } from '../contract/actions';
import type { NoticeKind } from '../contract/words';
import { type State, isOpen } from '../contract/states';
import { brokenIn } from './invariants';
import { rateFour } from './ready';
import type { Everything } from './store';
import { type Outcome, type Trial, type Wish, chanceOf, collector, roundsOf } from './trial';
import { MONDAY } from '../demo/cloud';
import { TUESDAY, type World, inWorld } from './world';

/** What the beat calls. */
const driven = ['sweep', 'notify', 'rollup'] as const;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How late the timer comes: first after so many hours, then again after so many, for so many days. */
interface Pace {
  name: string;
  firstHours: number;
  everyHours: number;
  days: number;
  /** of so many beats one dies */
  oneDiesOf?: number;
}
const aWeek: Pace = { name: 'never for eight days', firstHours: 192, everyHours: 24, days: 8 };
/** What all others come to in the end. */
const punctual: Pace = { name: 'each hour', firstHours: 1, everyHours: 1, days: 23 };
const paces: readonly Pace[] = [
  { name: 'three hours late', firstHours: 3, everyHours: 3, days: 23, oneDiesOf: 3 },
  { name: 'eleven hours late', firstHours: 11, everyHours: 11, days: 23, oneDiesOf: 3 },
  { ...aWeek, everyHours: 60, days: 23 },
];

/** What becomes of a beat: it comes as it should, twice, several at the same instant, or dies in the middle while others run, and comes again minutes later. */
type Manner = 'once' | 'twice' | 'overlapping' | 'killed';
const others: readonly Manner[] = ['twice', 'overlapping', 'killed'];
const inShort: readonly Manner[] = ['overlapping', 'killed'];

/** Beats at each turn, three minutes apart: longer than the lease of what a killed run had in hand. */
const BEATS = 4;
const BEAT_MS = 3 * minute;
/** What is done a few beats later than it would have been is the same. */
const SAME_MS = BEATS * BEAT_MS;
/** What is due is found by the first of them; so many come several at once, or die. The others, minutes later, come alone. */
const TROUBLED = 2;

const kinds = Object.keys(templates) as NoticeKind[];
/** Whom WeChat may tell. */
const readers = ['ag-01', 'ag-03', 'ag-04', 'rs-01', 'rs-05', 'ad-cm-1'];

/** Adds to the lived-in world what waits for a time of its own: a month's ratings, a leaving, a file, messages that may be sent. */
async function prepare(at: World): Promise<void> {
  await rateFour(at);
  await at.ok('nobody-2', 'account.join', {
    orgId: 'cm-xinmin',
    name: '要走的人',
    phone: '15512340987',
    consent: true,
  });
  await at.ok('nobody-2', 'privacy.ask', { kind: 'leave' });
  await at.ok('ad-cm-1', 'metrics.export', { orgId: 'cm-xinmin', table: 'cases', format: 'csv' });
  for (const person of readers)
    for (const templateId of Object.values(templates))
      for (let times = 0; times < 3; times += 1)
        await at.local('subscriptions', { person, templateId, answer: 'accept' });
  for (const person of readers)
    for (let times = 0; times < 3; times += 1)
      await at.ok(person, 'account.subscribed', { accepted: kinds, refused: [] });
  // Offered, and nobody answers: it goes from agent to agent.
  await at.ok('rs-04', 'cases.submit', {
    serviceCode: 'elderly-allowance',
    mode: 'counter',
    note: '想请您代办',
  });
}

interface End {
  all: Everything;
  /** what people did meanwhile, and what they were told */
  told: string[];
  /** when runs were to die, and which */
  deaths: { of: string; at: number }[];
}

/** Plays the same weeks from the same beginning, with the timers as they come. */
async function play(
  at: World,
  before: Everything,
  { firstHours, everyHours, days, oneDiesOf = 1 }: Pace,
  manner: Manner,
  chance: ReturnType<typeof chanceOf>,
): Promise<End> {
  at.store.restore(before);
  // The clock goes back: what was asked in the weeks before is asked again.
  await at.rest();
  const told: string[] = [];
  const deaths: End['deaths'] = [];
  let morning = 1;
  const beat = async (name: string) => {
    // One that dies answers nothing.
    await at.timer(name).catch(() => undefined);
  };
  for (let hours = firstHours; hours <= days * 24; hours += everyHours) {
    for (; everyHours < 24 && morning * 24 <= hours; morning += 1) {
      await at.setClock(TUESDAY + morning * day - minute);
      told.push(...(await livesOn(at, morning)));
    }
    for (let n = 0; n < BEATS; n += 1) {
      const now = TUESDAY + hours * hour + n * BEAT_MS;
      await at.setClock(now);
      const isTroubled = n < TROUBLED;
      // Of a beat in a few: what dies in a transaction holds its documents for seconds.
      const isDying = manner === 'killed' && isTroubled && chance.below(oneDiesOf) === 0;
      if (isDying) {
        const of = chance.pick([...driven, 'sweep']);
        deaths.push({ of, at: now });
        await at.local('kill', { function: of, after: 1 + chance.below(60) });
      }
      if (isDying || (manner === 'overlapping' && isTroubled))
        await Promise.all(['sweep', 'notify', ...driven, 'beat', 'beat'].map(beat));
      else for (let times = manner === 'twice' ? 2 : 1; times > 0; times -= 1) await beat('beat');
    }
  }
  // How many days are closed in one run is a matter of how fast the machine is: on to the end.
  for (let runs = 0; runs < 40 && isBehind(at.store.all(), TUESDAY + days * day); runs += 1)
    await beat('rollup');
  const all = at.store.all();
  // What was to die and never ran dies now.
  for (const name of driven) await beat(name);
  return { all, told, deaths };
}

const isBehind = ({ chains = {} }: Everything, now: number): boolean =>
  Object.values(chains).some((text) => (JSON.parse(text) as { dueAt: number }).dueAt <= now);

/** A little of a day: an agent says yes to what is offered first, a resident adds a word. */
async function livesOn(at: World, morning: number): Promise<string[]> {
  const queue = await at.call('ag-04', 'cases.queue', {});
  const [offer] = queue.ok ? queue.data.offers : [];
  const deeds: [string, ActionName, object][] = [
    ...(offer ? [['ag-04', 'cases.accept', { caseId: offer.caseId }] as [string, ActionName, object]] : []),
    ['rs-05', 'cases.say', { caseId: at.cases.waiting, text: `第${morning}天了` }],
  ];
  const told: string[] = [];
  for (const [who, name, input] of deeds) {
    const reply = await at.try(who, name, input, `day-${morning}-${name}`);
    told.push(`${name} on day ${morning}: ${reply.ok ? 'OK' : reply.code}`);
  }
  return told;
}

/** Drawn anew each time, or over what is: of no account for anybody who reads the end. */
const drawn = new Set([
  'hash',
  'salt',
  'secret',
  'sweptBy',
  'requestId',
  'root',
  'rev',
  'details',
  'fileId',
  'prev',
  'countedAt',
]);
/** How the beats are counted and who has what in hand, and the chain's own secrets: nothing that anybody reads. */
const machinery = new Set(['runs', 'marks', 'seals', 'troubles', '_local_quotas', '_local_messages']);

/** What stands in these has an id of its own that is drawn. */
const withDrawnIds = new Set(['policies', 'batches']);

/** The documents of a table without what is drawn, in an order that does not hang on it. */
function docsOf(table: Record<string, string> = {}, name: string): Record<string, unknown>[] {
  const docs = Object.values(table).map(
    (text) =>
      JSON.parse(text, (key, value: unknown) => {
        if (drawn.has(key) || (key === 'id' && withDrawnIds.has(name))) return undefined;
        // By a salt that is drawn.
        if (name === 'batches' && Array.isArray(value)) return value.map((one) => JSON.stringify(one)).sort();
        // The words of a notice name the minute.
        if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) return undefined;
        return typeof value === 'string' ? value.replace(/\d{1,2}:\d{2}/g, '·') : value;
      }) as Record<string, unknown>,
  );
  if (name === 'segments') return leavesOf(docs as unknown as Segment[]);
  const plain = docs.map((doc) => (hasOwnId.has(name) ? doc : { ...doc, _id: undefined }));
  return plain
    .map((doc) => [undated(doc), doc] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, doc]) => doc);
}

interface Segment {
  orgId: string;
  day: string;
  leaves: object[];
}
/** What was sealed of each unit's day: in which portions and in which order is a matter of what was touched last when a run looked. */
function leavesOf(segments: readonly Segment[]): Record<string, unknown>[] {
  const days = new Map<string, string[]>();
  for (const { orgId, day, leaves } of segments) {
    const key = `${orgId} ${day}`;
    days.set(key, [...(days.get(key) ?? []), ...leaves.map((leaf) => JSON.stringify(leaf))]);
  }
  return [...days]
    .map(([key, leaves]) => ({ key, leaves: leaves.sort() }))
    .sort(({ key: a }, { key: b }) => (a < b ? -1 : 1));
}
const hasOwnId = new Set([
  'cases',
  'people',
  'agents',
  'orgs',
  'notices',
  'batches',
  'rollups',
  'chains',
  'reviews',
  'dataRequests',
  'regrids',
]);
const isInstant = (value: unknown): value is number => typeof value === 'number' && value > 1e12;
const undated = (doc: unknown): string =>
  JSON.stringify(doc, (_, value: unknown) => (isInstant(value) ? 0 : value));

/** Where two ends differ, by more than some minutes; the first place. */
function differing(a: unknown, b: unknown, at: string): string | undefined {
  if (a === b) return undefined;
  if (isInstant(a) && isInstant(b) && Math.abs(a - b) <= SAME_MS) return undefined;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return `${at}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`;
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length)
    return `${at}: ${a.length} and ${b.length} of them`;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = differing(one[key], other[key], `${at}.${key}`);
    if (found) return found;
  }
  return undefined;
}

/**
 * How a message is on its way. It differs where several runs find parts of what one would have found: three of a kind go out as one (docs/decisions/0031). And
 * of one that was being sent when the run died nobody knows: it is sent once more at most.
 */
const onTheWay = new Set(['state', 'stateAt', 'tries', 'sendAt', 'code', 'why']);
const ofTheWay = new Set(['subscribers', 'calls']);

/** The first difference of two ends; `manner`: what became of the beats of the second. */
function endsDiffer(one: End, other: End, manner: Manner): string | undefined {
  const [said, also] = [one.told.join('; '), other.told.join('; ')];
  if (said !== also) return `people are told ${said}, and ${also}`;
  const isExact = manner === 'twice';
  for (const name of Object.keys(one.all)) {
    if (machinery.has(name) || (!isExact && ofTheWay.has(name))) continue;
    const [a, b] = [one, other].map(({ all }) => {
      const docs = docsOf(all[name], name);
      if (isExact || name !== 'notices') return docs;
      return docs.map((doc) => Object.fromEntries(Object.entries(doc).filter(([key]) => !onTheWay.has(key))));
    });
    const found = differing(a, b, name);
    if (found) return found;
  }
  return undefined;
}

/** A message that went out more often than there are notices of it: once more where a run of the sender was to die that sent it, and never otherwise. */
function toldTwice({ all, deaths }: End): string[] {
  const notices = grouped(all.notices, ({ to, template, no }) => `${to} ${template} ${no}`);
  const sent = grouped(all._local_messages, ({ openid = '', templateId, data }) => {
    const [template] = kinds.filter((kind) => templates[kind] === templateId);
    return `${openid.replace(/^demo-/, '')} ${template} ${data?.character_string5?.value}`;
  });
  return [...sent].flatMap(([key, messages]) => {
    const known = notices.get(key)?.length ?? 0;
    const mayBeLost = messages.some(({ at }) => deaths.some((one) => one.of === 'notify' && one.at === at));
    return messages.length > known + (mayBeLost ? 1 : 0)
      ? [`the message ${key} went out ${messages.length} times, of ${known} notices`]
      : [];
  });
}

interface Told {
  to?: string;
  template?: string;
  no?: string;
  openid?: string;
  templateId?: string;
  at?: number;
  data?: Record<string, { value: string }>;
}
function grouped(table: Record<string, string> = {}, keyOf: (doc: Told) => string): Map<string, Told[]> {
  const groups = new Map<string, Told[]>();
  for (const text of Object.values(table)) {
    const doc = JSON.parse(text) as Told;
    groups.set(keyOf(doc), [...(groups.get(keyOf(doc)) ?? []), doc]);
  }
  return groups;
}

/** What must be so in the end however late the timers came: which cases are open, who is gone, what is sealed, shown and deleted. */
function lasting({ all }: End): string {
  const docs = <D>(name: string): (D & { _id: string })[] =>
    Object.entries(all[name] ?? {}).map(([_id, text]) => ({ ...(JSON.parse(text) as D), _id }));
  return JSON.stringify({
    open: docs<{ state: State }>('cases')
      .filter(({ state }) => isOpen(state))
      .map(({ _id }) => _id)
      .sort(),
    gone: docs<{ erasedAt?: number }>('people')
      .filter(({ erasedAt }) => erasedAt !== undefined)
      .map(({ _id }) => _id)
      .sort(),
    requests: docs<{ state: string }>('dataRequests')
      .map(({ _id, state }) => `${_id} ${state}`)
      .sort(),
    shown: docs<{ month: string; members: string[] }>('batches')
      .map(({ _id, members }) => `${_id} ${members.sort().join(' ')}`)
      .sort(),
    sealed: docs<{ day: string }>('chains')
      .map(({ _id, day: last }) => `${_id} ${last}`)
      .sort(),
    grids: docs<{ state: string }>('regrids')
      .map(({ _id, state }) => `${_id} ${state}`)
      .sort(),
    files: docs('exports').length,
  });
}

/** Plays the weeks by each pace in each manner; see `timers` below for what passes. */
export async function tryTimers(at: World, wish: Wish): Promise<Outcome> {
  const { faults, fault } = collector();
  const chance = chanceOf(wish.seed);
  // The chains of the units begin, before what is sealed in them: a case from before is sealed when it is touched. To close eight days of each costs
  // seconds: not in the short form.
  for (const now of wish.isShort ? [] : [MONDAY, TUESDAY]) {
    await at.setClock(now);
    await at.timer('rollup');
  }
  await prepare(at);
  const before = at.store.all();
  let tried = 0;
  const ends = new Map<Pace, End>();
  const own = async (pace: Pace) => {
    const known = ends.get(pace);
    if (known) return known;
    const end = await play(at, before, pace, 'once', chance);
    wish.hear?.(`${pace.name}, once`);
    for (const words of toldTwice(end)) fault(`${pace.name}: ${words}`);
    ends.set(pace, end);
    return end;
  };
  let died = 0;
  for (const round of roundsOf(wish, wish.isShort ? 1 : 6))
    for (const pace of wish.isShort ? [aWeek] : paces) {
      const once = await own(pace);
      const inTheEnd = lasting(wish.isShort ? once : await own(punctual));
      if (lasting(once) !== inTheEnd) fault(`${pace.name}: ${lasting(once)}, and each hour ${inTheEnd}`);
      // The others are the same each time.
      for (const manner of round > 0 ? (['killed'] as const) : wish.isShort ? inShort : others) {
        const said = `seed ${wish.seed}, round ${round}, ${pace.name}, ${manner}`;
        const known = faults.length;
        const end = await play(at, before, pace, manner, chance);
        tried += 1;
        died += end.deaths.length;
        const found = [endsDiffer(once, end, manner) ?? [], toldTwice(end), brokenIn(end.all)];
        for (const words of found.flat()) fault(`${said}: ${words}`);
        if (lasting(end) !== inTheEnd) fault(`${said}: ${lasting(end)}, and each hour ${inTheEnd}`);
        wish.hear?.([said, ...faults.slice(known)].join('; '));
      }
    }
  const { all, told } = await own(wish.isShort ? aWeek : punctual);
  const countOf = (name: string) => Object.keys(all[name] ?? {}).length;
  return {
    tried,
    faults,
    notes: [
      `${ends.size} paces of up to ${Math.max(...[...ends.keys()].map(({ days }) => days))} days, ${died} runs were to die`,
      `each hour ${countOf('_local_messages')} messages, ${countOf('batches')} batches, ${countOf('heads')} heads, ${told.length} deeds of people`,
    ],
  };
}

export const timers: Trial = {
  name: 'timers',
  promises:
    'timers that are late, come twice, never for a week, several at once, or die in the middle: the same end state, each message once, the invariants hold',
  run: (wish) => inWorld(wish, (at) => tryTimers(at, wish)),
};
