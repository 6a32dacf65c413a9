import type { ActionName } from '../contract/actions';
import { instantOf } from '../contract/time';
import type { Level } from '../contract/words';
import { lines } from './rights';
import { type Outcome, type Trial, type Wish, chanceOf, collector } from './trial';
import { type World, actionNames, openWorld, rowOf } from './world';

const AGENT = 'ag-01';
const MANAGER = 'ad-cm-1';
const STREET = 'ad-st-1';
const COLLEAGUE = 'ag-04';
/** Of so many ratings together nobody can be told: said by hand. */
const FEWEST = 5;
const hour = 3_600_000;
type Chance = ReturnType<typeof chanceOf>;

/** What residents say; in both worlds the same is said at the same instant, each time of another case. */
const ratings: readonly { level: Level; tags?: string[]; text?: string }[] = [
  { level: 'very-satisfied', text: '很好' },
  { level: 'dissatisfied', tags: ['态度差'], text: '说话冲' },
  { level: 'satisfied' },
  { level: 'basically-satisfied', text: '慢了点' },
  { level: 'very-dissatisfied', text: '白跑三趟' },
  { level: 'satisfied', text: '还行' },
];
const residents = ['rs-01', 'rs-02', 'rs-03', 'rs-04', 'rs-01', 'rs-02'];

/** One of two worlds that differ in nothing but whose rating is whose. */
interface Side {
  world: Omit<World, 'cases' | 'ids'>;
  /** of each month */
  cases: string[][];
  /** of each month: the case that gets the k-th rating */
  orders: number[][];
}

/** Every call that an agent has, with each case of theirs: what the table of rights tries, and as often as there are cases. */
function callsOf(side: Side, isShort: boolean): { name: ActionName; input: object }[] {
  const cases = side.cases.flat().slice(isShort ? -6 : -12);
  const [first = ''] = cases;
  const at: World = {
    ...side.world,
    cases: { held: first, waiting: first, report: first, done: first, complaint: first, question: first },
    ids: {
      answer: 'none',
      request: 'dr-0123456789abcdef0123',
      invitation: 'none',
      regrid: 'none',
      import: '0123456789abcdef01234567',
      share: 'ABCDEFGH',
      call: 'none',
      notice: 'none',
    },
  };
  return actionNames
    .filter((name) => rowOf(name).roles.length === 0 || rowOf(name).roles.some((role) => role === 'agent'))
    .flatMap((name) => {
      const line = lines[name];
      if (line.of === 'case') return cases.map((caseId) => ({ name, input: line.input(caseId) }));
      if (line.of === 'unit') return [{ name, input: line.input('cm-xinmin', at) }];
      if (line.of === 'thing') return [{ name, input: line.input(line.id(at)) }];
      return [{ name, input: line.input(at) }];
    });
}

/** Drawn anew in each world: links, codes, ids of entries and the order that follows from them. */
function withoutDrawn(reply: unknown): string {
  return JSON.stringify(reply, (key, value: unknown) => {
    if (key === 'entries' && Array.isArray(value))
      return value.map((entry: object) => JSON.stringify({ ...entry, id: '' })).sort();
    // Asked for at one instant, by writes that run at the same time.
    if (key === 'calls' && Array.isArray(value)) return value.map((one) => JSON.stringify(one)).sort();
    if (typeof value === 'string' && /^https?:/.test(value)) return 'a link';
    return value;
  });
}

type Reply = Record<string, unknown>;

/** The same months in two worlds, by the same requests at the same instants. */
class Twins {
  readonly faults = collector();
  tried = 0;
  private step = 0;

  constructor(
    readonly sides: readonly [Side, Side],
    private readonly chance: Chance,
    private readonly isShort: boolean,
  ) {}

  /** Does the same in both. */
  async both<T>(work: (side: Side) => Promise<T>): Promise<[T, T]> {
    const from = this.step;
    const one = await work(this.sides[0]);
    this.step = from;
    return [one, await work(this.sides[1])];
  }

  async ask({ world }: Side, who: string, name: ActionName, input: object): Promise<Reply> {
    this.step += 1;
    const {
      requestId: _,
      at: __,
      ...reply
    }: Reply = {
      ...(await world.try(who, name, input, `rated-${this.step}`)),
    };
    return reply;
  }

  /** The same, where it has to be let through; gives the case. */
  async must(side: Side, who: string, name: ActionName, input: object): Promise<string> {
    const { ok, data, ...refusal } = await this.ask(side, who, name, input);
    if (ok !== true) throw new Error(`${name} as ${who}: ${JSON.stringify(refusal)}`);
    return typeof data === 'object' && data !== null && 'caseId' in data ? String(data.caseId) : '';
  }

  async at(now: number): Promise<void> {
    await this.both(async ({ world }) => {
      await world.setClock(now);
      for (const timer of ['sweep', 'notify']) await world.timer(timer);
      await world.rest();
    });
  }

  /** The agent makes every call they have, in any order, those that write as well where `isTrying`; a colleague looks. */
  async look(after: string, isTrying: boolean): Promise<void> {
    const [calls, others] = this.sides.map((side) =>
      callsOf(side, this.isShort).filter(({ name }) => isTrying || !rowOf(name).writes),
    );
    if (!calls || calls.length !== others?.length) throw new Error('the two worlds have different calls');
    for (const who of isTrying ? [AGENT] : [AGENT, COLLEAGUE])
      for (const i of shuffled(calls, this.chance)) {
        const [one, other] = await this.both(async (side) => {
          const call = (side === this.sides[0] ? calls : others)[i];
          return call ? withoutDrawn(await this.ask(side, who, call.name, call.input)) : '';
        });
        this.tried += 2;
        this.compare(`${after}: ${who}, by ${calls[i]?.name}`, one, other);
      }
    const [heard, also] = await this.both(async ({ world }) => {
      const messages = await world.local<{ personId?: string; data: object }[]>('messages');
      return messages
        .filter(({ personId }) => personId === AGENT)
        .map(({ data }) => JSON.stringify(data))
        .join('\n');
    });
    this.compare(`${after}: ${AGENT}, by a message`, heard, also);
  }

  private compare(what: string, one: string, other: string): void {
    if (one === other) return;
    const at = [...one].findIndex((letter, i) => letter !== other[i]);
    const [a, b] = [one, other].map((text) => text.slice(Math.max(0, at - 60), at + 60));
    this.faults.fault(`${what}, tells two worlds apart: …${a}…, and …${b}…`);
  }
}

/** The places of a list, in any order. */
function shuffled(list: readonly unknown[], { next }: Chance): number[] {
  return list
    .map((_, i) => [next(), i] as const)
    .sort(([a], [b]) => a - b)
    .map(([, i]) => i);
}

/** Plays months in two worlds, and looks after each move; see `rated` below for what passes. */
export async function tryRated(
  sides: readonly [Side, Side],
  wish: Wish,
  months: readonly string[],
): Promise<Outcome> {
  const chance = chanceOf(wish.seed);
  const twins = new Twins(sides, chance, wish.isShort);
  const { fault, faults } = twins.faults;
  let rated = 0;
  for (const [m, month] of months.entries()) {
    let now = instantOf(`${month}-03`, '09:00');
    await twins.at(now);
    for (const [i, resident] of residents.entries())
      await twins.both(async (side) => {
        (side.cases[m] ??= [])[i] = await finish(twins, side, resident);
      });
    // Of a month with few ratings nothing may show until there are enough.
    const count = m % 3 === 1 ? 3 : FEWEST + chance.below(2);
    for (const side of sides) side.orders[m] = shuffled(residents, chance).slice(0, count);
    rated += count;
    for (const { what, go } of movesOf(m, shuffled(residents.slice(0, count), chance), twins, chance)) {
      await twins.both(go);
      now += (1 + chance.below(30)) * hour;
      await twins.at(now);
      if (!wish.isShort || chance.below(3) === 0) await twins.look(`${month}, ${what}`, false);
    }
    await twins.look(`${month}, at its end`, true);
    await twins.at(instantOf(`${month}-03`, '08:00') + 31 * 24 * hour);
    await twins.look(`${month}, when it is over`, false);
  }
  const [mine] = await twins.both(({ world }) => world.ok(AGENT, 'reviews.mine', {}));
  const shown = mine.batches.reduce((sum, { entries }) => sum + entries.length, 0);
  for (const { month, entries } of mine.batches)
    if (entries.length < FEWEST) fault(`${month} is shown with ${entries.length} ratings`);
  if (shown === 0) fault('the agent was shown no rating at all: nothing was tried');
  return {
    tried: twins.tried,
    faults,
    notes: [
      `${months.length} months, ${rated} ratings, ${shown} of them shown in ${mine.batches.length} batches`,
    ],
  };
}

interface Move {
  what: string;
  /** in one world; in the other it falls on another case */
  go(side: Side): Promise<unknown>;
}

/** What residents and managers do in a month: first all rate, each bad rating is followed up, then residents say of cases that they are not done. */
function movesOf(m: number, rated: readonly number[], twins: Twins, { below }: Chance): Move[] {
  const caseOf = (side: Side, k: number) => side.cases[m]?.[side.orders[m]?.[k] ?? 0] ?? '';
  const residentOf = (side: Side, k: number) => residents[side.orders[m]?.[k] ?? 0] ?? '';
  const moves: Move[] = [];
  for (const k of rated) {
    const rating = ratings[k];
    if (!rating) continue;
    moves.push({
      what: `the rating ${rating.level}`,
      go: (side) =>
        twins.must(side, residentOf(side, k), 'reviews.submit', { ...rating, caseId: caseOf(side, k) }),
    });
  }
  const followed = rated.filter((k) => /dissatisfied/.test(ratings[k]?.level ?? ''));
  const deeds: [ActionName, object][] = [
    ['cases.contact', { why: '回访' }],
    ['cases.verify', { isUpheld: true, findings: '属实' }],
    ['cases.mend', { outcome: 'mended', text: '道歉了' }],
    ['cases.phone', { result: 'reached' }],
  ];
  // Each in its order, and anywhere between the others that come after the rating itself.
  for (const k of followed) {
    let from = moves.findIndex(({ what }) => what === `the rating ${ratings[k]?.level}`) + 1;
    for (const [name, more] of deeds) {
      from += below(moves.length - from + 1);
      moves.splice(from, 0, {
        what: `${name} of a bad rating`,
        go: (side) => twins.ask(side, MANAGER, name, { caseId: caseOf(side, k), ...more }),
      });
      from += 1;
    }
  }
  const again = below(residents.length);
  const ofCase = (side: Side) => side.cases[m]?.[again] ?? '';
  return [
    ...moves,
    {
      what: 'a case that is not done',
      go: (side) =>
        twins.ask(side, residents[again] ?? '', 'cases.reopen', {
          caseId: ofCase(side),
          reason: '只办了一半',
        }),
    },
    {
      what: 'the same case, done',
      go: (side) => twins.ask(side, AGENT, 'cases.complete', { caseId: ofCase(side), result: '这回办好了' }),
    },
  ];
}

/** Asked for, taken by the agent and done. */
async function finish(twins: Twins, side: Side, resident: string): Promise<string> {
  const caseId = await twins.must(side, resident, 'cases.submit', {
    serviceCode: 'disability-certificate',
    mode: 'counter',
    note: '想办残疾证',
  });
  // A fair share of the month goes to neighbours: here it is always the same agent.
  const { case: view } = await side.world.ok(STREET, 'cases.detail', { caseId });
  if (view.assignment?.agentId !== AGENT)
    await twins.must(side, STREET, 'cases.assign', { caseId, agentId: AGENT });
  await twins.must(side, AGENT, 'cases.accept', { caseId });
  await twins.must(side, AGENT, 'cases.complete', { caseId, result: '办好了' });
  return caseId;
}

const months = ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];

export const rated: Trial = {
  name: 'rated',
  promises:
    'the rated agent, by every call they have, in any order, over months, in two worlds that differ only in whose rating is whose: the same, and never fewer than five ratings together',
  notInTests: 'tests/functions/anonymity.test.ts',
  async run(wish) {
    const worlds = [await openWorld(wish.functionsDir), await openWorld(wish.functionsDir)] as const;
    try {
      const [one, other] = worlds.map((world): Side => ({ world, cases: [], orders: [] }));
      if (!one || !other) throw new Error('no two worlds');
      const most = Math.min(months.length, Math.ceil(wish.rounds ?? (wish.isShort ? 1 : months.length)));
      return await tryRated([one, other], wish, months.slice(0, most));
    } finally {
      for (const world of worlds) await world.close();
    }
  },
};
