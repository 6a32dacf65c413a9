import type { Mode } from '../../contract/words';
import { type Rejection, reject } from '../../contract/errors';
import { dayOf, instantOf } from '../../contract/time';
import {
  type Choice,
  type Circumstances,
  type Load,
  chooseAgent,
  chooseByHand,
  chooseForHour,
  fits,
  rankCompanions,
} from '../domain/assignment/assign';
import { bookIdOf, slotOf, withoutSlot } from '../domain/assignment/day-book';
import type { AgentDoc, CaseDoc, DayBookDoc, Unit } from '../domain/documents';
import { applyChoice } from '../domain/assignment/offer';
import { isWaiting } from '../domain/bundle/wait';
import { freeDraw } from '../domain/case/case';
import type { When } from '../domain/case/timeline';
import type { Context } from './context';
import { hoursOf, policyFor } from './reference';
import { type Transaction, add, aggregate, countBy, find, get, is, transact } from './store';
import { bookIn, bookOf, replace, replaceIn } from './write';

const TRIES = 8;

/**
 * Finds an agent for a submitted case and writes case and choice at once: a new case (`before` undefined) is added, a
 * known one replaced. Gives the case as written; undefined when a new one's id or number is taken, or a known one was
 * changed meanwhile. `gone`: a new one has an hour (时段) at which no agent is free any more, and nothing is written.
 * `drawn`: the new case under the number of another draw. Which numbers are taken is seen when the street is counted (`Street.numbers`): to
 * find out by writing would cost all calls once more.
 *
 * Two cases never take one slot: loads are counted from the cases themselves, and cases of one street are given out one after
 * the other. A request that gives one takes the street's turn first, in the transaction that writes the case. Other requests
 * of the same moment wait for the turn in the database, and count once, when they have it. Nothing is to be given back, so
 * nothing can be lost.
 *
 * A hand that has come free goes to the oldest case it fits: the street's cases that have no agent and are older than
 * this one are served before it; by `sweep` within a minute where a person waits for the answer.
 */
export function place(
  before: CaseDoc,
  kase: CaseDoc,
  street: Street,
  when: When,
): Promise<CaseDoc | undefined>;
export function place(
  before: undefined,
  kase: CaseDoc,
  street: Street,
  when: When,
  drawn: Drawn,
): Promise<CaseDoc | 'gone' | undefined>;
export async function place(
  before: CaseDoc | undefined,
  kase: CaseDoc,
  street: Street,
  when: When,
  drawn?: Drawn,
): Promise<CaseDoc | 'gone' | undefined> {
  const [hours, policy] = await Promise.all([hoursOf(kase.unit.community), policyFor(kase.unit)]);
  const own = before ? loadOf(before, -1, when.at) : [];
  const asksForHour = !before && kase.slot !== undefined;
  const numbered = ({ taken }: Seen) => {
    const draw = freeDraw(kase, taken);
    return drawn && draw !== undefined ? drawn(draw) : kase;
  };
  const rules: Rules = {
    at: when.at,
    around: ({ loads }, books) => ({
      loads: [...loads, ...own],
      books: without(books, before),
      hours,
      weights: policy.values.weights,
      now: when.at,
    }),
    placed: (choice, seen) => applyChoice(numbered(seen), choice, hours, when),
  };
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const outcome = await offer(before, kase, street, rules);
    if (outcome === 'taken') return undefined;
    if (outcome === 'crowded') break;
    if ('older' in outcome) {
      // Who asks does not wait while others are served: both have their turn within a minute, the older first.
      if (!before && !asksForHour) break;
      street.leaves(outcome.older);
      await place(outcome.older, outcome.older, street, when);
      continue;
    }
    const { agent, placed } = outcome;
    if (!agent && asksForHour) return 'gone';
    if (!agent) return (await write(before, placed)) === 'given' ? placed : undefined;
    await street.gave(agent, before, placed);
    return placed;
  }
  // An older case waits, or too many requests for the same street came at once: keep the case, `sweep` places it within a minute.
  // A case that is stored as it is needs no write. An hour is nobody's before an agent has it.
  if (asksForHour) return undefined;
  const kept = street.isCounted ? numbered(await street.counted()) : kase;
  return kept === before || (await write(before, kept)) === 'given' ? kept : undefined;
}

/**
 * Gives out several new cases of one resident, a bundle (一件事), in one transaction: all of them, with what is written beside (`joins`), or none. The
 * agent who gets the first goes first for the others. Those that wait for another are written as they are. Undefined: an id or a number is
 * taken, or a case that is joined was changed meanwhile.
 */
export async function placeAll(
  cases: readonly CaseDoc[],
  joins: readonly { before: CaseDoc; after: CaseDoc }[],
  street: Street,
  when: When,
): Promise<CaseDoc[] | undefined> {
  const [first] = cases.length > 0 ? cases : joins.map(({ after }) => after);
  if (!first) return [];
  const [hours, { values }] = await Promise.all([hoursOf(first.unit.community), policyFor(first.unit)]);
  const around = ({ loads }: Seen, books: readonly DayBookDoc[]): Circumstances => ({
    loads,
    books,
    hours,
    weights: values.weights,
    now: when.at,
  });
  const writeAll = async (tx: Transaction, placed: readonly CaseDoc[]): Promise<boolean> => {
    for (const { before, after } of joins) if (!(await putIn(tx, before, after))) return false;
    for (const one of placed) await tx.add('cases', one);
    return true;
  };
  const tried = async (tx: Transaction): Promise<CaseDoc[] | { older: CaseDoc } | 'taken'> => {
    await tx.put('turns', { _id: street.id, at: when.at });
    // What was counted before this turn may be short of what others gave since.
    street.forget();
    const agents = new Map<string, AgentDoc>();
    const placed: CaseDoc[] = [];
    for (const kase of cases) {
      const agentId = placed.find(({ holderId }) => holderId !== undefined)?.holderId;
      const mate = kase.bundle && agentId !== undefined ? { ...kase.bundle, agentId } : kase.bundle;
      const part = { ...kase, bundle: mate };
      if (isWaiting(part)) {
        placed.push(part);
        continue;
      }
      const seen = await street.counted();
      const choice = chooseAgent(part, seen.agents, around(seen, []));
      const { agent } = choice;
      const elders = agent ? (await street.waiting()).filter((one) => isBefore(one, part)) : [];
      const theirs = await street.books(elders);
      const older = agent && elders.find((one) => fits(one, agent, around(seen, theirs)));
      if (older) return { older };
      const given = applyChoice(part, choice, hours, when);
      placed.push(given);
      if (!agent) continue;
      agents.set(agent._id, { ...agent, ...turned(agent, given) });
      await street.gave(agent, undefined, given);
    }
    if (!(await writeAll(tx, placed))) return 'taken';
    for (const { _id, turn, lastOfferedAt } of agents.values())
      await tx.update('agents', _id, { turn, lastOfferedAt });
    return placed;
  };
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const outcome = await transact<CaseDoc[] | { older: CaseDoc } | 'taken' | 'crowded'>(tried, {
      taken: 'taken',
      crowded: 'crowded',
    });
    if (outcome === 'taken') return undefined;
    if (outcome === 'crowded') break;
    if (Array.isArray(outcome)) return outcome;
    street.leaves(outcome.older);
    await place(outcome.older, outcome.older, street, when);
  }
  // As with one case: kept, and placed by `sweep` within a minute.
  const isKept = await transact<boolean>((tx) => writeAll(tx, cases), { taken: false });
  return isKept ? [...cases] : undefined;
}

const isBefore = (one: CaseDoc, kase: CaseDoc): boolean =>
  one._id !== kase._id && one.submittedAt < kase.submittedAt;

/** What decides whom a case is offered to, with what is seen of the street. */
interface Rules {
  at: number;
  around(seen: Seen, books: readonly DayBookDoc[]): Circumstances;
  placed(choice: Choice, seen: Seen): CaseDoc;
}

/**
 * The case with its agent, written; not written yet where there is no agent. `older`: a case that the agent's free slot is for.
 * `crowded`: the street's turn did not come.
 */
type Outcome = { agent?: AgentDoc; placed: CaseDoc } | { older: CaseDoc } | 'taken' | 'crowded';

/** One transaction: the street's turn, the case and the best agent's turn. */
async function offer(
  before: CaseDoc | undefined,
  kase: CaseDoc,
  street: Street,
  { at, around, placed }: Rules,
): Promise<Outcome> {
  const choose = (seen: Seen, books: readonly DayBookDoc[]) =>
    chooseAgent(kase, seen.agents, around(seen, books));
  if (street.isCounted) {
    const seen = await street.counted();
    const nobody = choose(seen, await street.books([kase]));
    if (!nobody.agent) return { placed: placed(nobody, seen) };
  }
  return transact<Outcome>(
    async (tx) => {
      await tx.put('turns', { _id: street.id, at });
      // Hours are given back without the turn: what this transaction has not read itself it must not write.
      const books = kase.slot ? [await bookOf(tx, bookIdOf(kase.slot))] : [];
      // What was counted before this turn may be short of what others gave since.
      for (let isSure = !street.isCounted; ; isSure = true) {
        const seen = await street.counted();
        const choice = choose(seen, books);
        const { agent } = choice;
        if (!agent) return { placed: placed(choice, seen) };
        const waiting = await street.waiting();
        const elders = waiting.filter((one) => isBefore(one, kase));
        const theirs = await street.books(elders);
        const older = elders.find((one) => fits(one, agent, around(seen, theirs)));
        if (older) return { older };
        if (isSure || (await tx.get('agents', agent._id))?.turn === agent.turn) {
          const given = placed(choice, seen);
          if (!(await putIn(tx, before, given, books))) return 'taken';
          await tx.update('agents', agent._id, turned(agent, given));
          return { agent, placed: given };
        }
        street.forget();
      }
    },
    { taken: 'taken', crowded: 'crowded' },
  );
}

/** The agents of a street with what they have in hand, how many of its cases have no agent, and which of a new case's numbers are taken. */
interface Seen {
  agents: AgentDoc[];
  loads: Load[];
  waiting: number;
  taken: ReadonlySet<string>;
}

/** A new case under the number of this draw (`numberOf`). */
type Drawn = (draw: number) => CaseDoc;

/**
 * A street as one run sees it: its agents with what they have in hand, and its cases without an agent. Read once; what the
 * run itself gives out is added, and what others gave shows in the agent's turn, after which all is read anew.
 */
export class Street {
  readonly id: string;
  private seen?: Promise<Seen>;
  private queue?: CaseDoc[];
  private known = new Map<string, DayBookDoc>();

  constructor(
    unit: Unit,
    private readonly now: number,
    /** that a new case may have: looked for when the street is counted */
    private readonly numbers: readonly string[] = [],
  ) {
    this.id = streetOf(unit);
  }

  /** Whether it was counted already, perhaps before its turn. */
  get isCounted(): boolean {
    return this.seen !== undefined;
  }

  counted(): Promise<Seen> {
    this.seen ??= this.count();
    return this.seen;
  }

  async waiting(): Promise<CaseDoc[]> {
    this.queue ??= (await this.counted()).waiting > 0 ? await waitingIn(this.id) : [];
    return this.queue;
  }

  /** Its turn has come: no other case has to wait for it any more. */
  leaves(kase: CaseDoc): void {
    this.queue = this.queue?.filter((one) => one._id !== kase._id);
  }

  /** The day books of the hours that these cases have. */
  async books(cases: readonly CaseDoc[]): Promise<DayBookDoc[]> {
    const ids = [...new Set(cases.flatMap(({ slot }) => (slot ? bookIdOf(slot) : [])))];
    const unknown = ids.filter((id) => !this.known.has(id));
    for (const book of await booksOf(unknown)) this.known.set(book._id, book);
    return ids.flatMap((id) => this.known.get(id) ?? []);
  }

  forget(): void {
    this.seen = undefined;
    this.known.clear();
  }

  /** This run gave a case: it no longer counts for the agent who had it, and counts for the agent who got it. */
  async gave(agent: AgentDoc, before: CaseDoc | undefined, placed: CaseDoc): Promise<void> {
    this.leaves(placed);
    this.known.clear();
    const { agents, loads, waiting, taken } = await this.counted();
    this.seen = Promise.resolve({
      agents: agents.map((one) => (one._id === agent._id ? { ...one, ...turned(one, placed) } : one)),
      loads: [...loads, ...(before ? loadOf(before, -1, this.now) : []), ...loadOf(placed, 1, this.now)],
      waiting,
      taken,
    });
  }

  private async count(): Promise<Seen> {
    const agents = await agentsNear(this.id);
    return { agents, ...(await countCases(agents, this.now, this.id, this.numbers)) };
  }
}

/** Without the parts of a bundle that wait for another: no agent is looked for. */
export const begunAlone = { isWaiting: is.neq(true) };

const streetOf = ({ street, district }: Unit): string => street ?? district;

/** What one case adds to its holder's load, or takes off it. */
function loadOf({ holderId, assignment, workDay, mode, redAt }: CaseDoc, count: 1 | -1, now: number): Load[] {
  if (holderId === undefined) return [];
  const isOfMonth = assignment !== undefined && assignment.offeredAt >= monthStartOf(now);
  return [
    {
      agentId: holderId,
      workDay,
      mode,
      count,
      overdue: redAt < now ? count : 0,
      taken: isOfMonth ? count : 0,
    },
  ];
}

/** When the month began. */
const monthStartOf = (now: number): number => instantOf(`${dayOf(now).slice(0, 7)}-01`);

/** The next turn of an agent who got a case. */
function turned(agent: AgentDoc, { assignment }: CaseDoc): Pick<AgentDoc, 'turn' | 'lastOfferedAt'> {
  return { turn: agent.turn + 1, lastOfferedAt: Math.max(agent.lastOfferedAt, assignment?.offeredAt ?? 0) };
}

/** The cases of a street that have no agent, oldest first; as many as a freed hand could be meant for. */
function waitingIn(street: string): Promise<CaseDoc[]> {
  return find(
    'cases',
    { 'unit.street': street, state: 'submitted', ...begunAlone },
    { orderBy: [['submittedAt', 'asc']], limit: 20 },
  );
}

/** The agents of a street; at most 100, as many as one read may give. */
export function agentsNear(street: string | undefined): Promise<AgentDoc[]> {
  if (street === undefined) return Promise.resolve([]);
  return find('agents', { 'unit.street': street }, { orderBy: [['_id', 'asc']], limit: 100 });
}

/** What the rules look at besides case and agents. */
export async function aroundOf(kase: CaseDoc, agents: AgentDoc[], now: number): Promise<Circumstances> {
  const [loads, books, hours, policy] = await Promise.all([
    loadsOf(agents, now),
    booksOf(kase.slot ? [bookIdOf(kase.slot)] : []),
    hoursOf(kase.unit.community),
    policyFor(kase.unit),
  ]);
  return { loads, books: without(books, kase), hours, weights: policy.values.weights, now };
}

/** Day books by their ids; a day on which no hour is taken has none. */
export async function booksOf(ids: readonly string[]): Promise<DayBookDoc[]> {
  return ids.length === 0 ? [] : find('dayBooks', { _id: is.in(ids) }, { orderBy: [], limit: ids.length });
}

/** The books without what this case has in them itself. */
function without(books: readonly DayBookDoc[], kase: CaseDoc | undefined): readonly DayBookDoc[] {
  const slot = kase?.slot;
  if (!slot) return books;
  return books.map((book) => (book._id === bookIdOf(slot) ? withoutSlot(book, slot) : book));
}

/** Cases by agent, day and mode: those in hand, how many of them are overdue, and what was taken since the month began. */
export async function loadsOf(agents: AgentDoc[], now: number): Promise<Load[]> {
  return (await countCases(agents, now)).loads;
}

/** The same in one read, of a street how many cases have no agent, and of numbers which are taken. */
async function countCases(
  agents: AgentDoc[],
  now: number,
  street?: string,
  numbers: readonly string[] = [],
): Promise<Omit<Seen, 'agents'>> {
  if (agents.length === 0) return { loads: [], waiting: 0, taken: new Set() };
  const ids = is.in(agents.map((agent) => agent._id));
  const since = monthStartOf(now);
  const those = (...conditions: unknown[]) =>
    aggregate.sum(aggregate.cond([aggregate.and(conditions), 1, 0]));
  const isHeld = aggregate.eq(['$holderId', '$assignment.agentId']);
  const counted = await countBy(
    'cases',
    is.or([
      { holderId: ids },
      { 'assignment.agentId': ids, 'assignment.offeredAt': is.gte(since) },
      ...(street === undefined ? [] : [{ 'unit.street': street, state: 'submitted' }]),
      ...(numbers.length === 0 ? [] : [{ no: is.in(numbers) }]),
    ]),
    { agentId: 'assignment.agentId', workDay: 'workDay', mode: 'mode' },
    {
      held: those(isHeld),
      overdue: those(isHeld, aggregate.lt(['$redAt', now])),
      taken: those(aggregate.gte(['$assignment.offeredAt', since])),
      waiting: those(
        aggregate.eq(['$state', 'submitted']),
        aggregate.eq(['$unit.street', street ?? '']),
        aggregate.neq(['$isWaiting', true]),
      ),
      ...Object.fromEntries(numbers.map((no) => [`no${no}`, those(aggregate.eq(['$no', no]))])),
    },
  );
  const loads = counted.flatMap((row): Load[] => {
    const { agentId, workDay, mode } = row._id;
    if (typeof agentId !== 'string') return [];
    return [
      {
        agentId,
        workDay: typeof workDay === 'string' ? workDay : undefined,
        mode: mode as Mode,
        count: Number(row.held),
        overdue: Number(row.overdue),
        taken: Number(row.taken),
      },
    ];
  });
  return {
    loads,
    waiting: counted.reduce((sum, row) => sum + Number(row.waiting), 0),
    taken: new Set(numbers.filter((no) => counted.some((row) => Number(row[`no${no}`]) > 0))),
  };
}

/** The agent for a case that is given by hand, with the day it takes a slot of. Errors: AGENT_NOT_FOUND, AGENT_CANNOT. */
export async function byHand(
  kase: CaseDoc,
  agentId: string,
  { who, now }: Context,
): Promise<(Choice & { agent: AgentDoc }) | Rejection> {
  const agent = await get('agents', agentId);
  if (!agent) return reject('AGENT_NOT_FOUND', { agentId: '没有这位代办员。' });
  const choice = chooseByHand(kase, agent, await aroundOf(kase, [agent], now));
  if (choice.agent) return { ...choice, agent: choice.agent };
  const reason = choice.candidates[0]?.reason ?? '接不了';
  const sentence = agentId === who._id ? `您${reason}，接不了这件。` : `${agent.name}${reason}，请换一位。`;
  return reject('AGENT_CANNOT', { agentId: sentence });
}

/** An agent who goes along to the door (两人同行), if they are free at the hour that is agreed on. Errors: AGENT_NOT_FOUND, AGENT_CANNOT. */
export async function goesAlong(kase: CaseDoc, agentId: string, now: number): Promise<AgentDoc | Rejection> {
  const agent = await get('agents', agentId);
  if (!agent) return reject('AGENT_NOT_FOUND', { agentId: '没有这位代办员。' });
  if (agentId === kase.holderId) return reject('AGENT_CANNOT', { agentId: '这件就在他手上，请选另一位。' });
  const [one] = rankCompanions(kase, [agent], await aroundOf(kase, [agent], now));
  return one?.barred ? reject('AGENT_CANNOT', { agentId: `${agent.name}${one.reason}，请换一位。` }) : agent;
}

/** The agent who has the case, if they can come at that hour. Errors: SLOT_GONE. */
export async function comesAt(
  kase: CaseDoc,
  appointmentAt: number,
  now: number,
): Promise<(Choice & { agent: AgentDoc }) | Rejection> {
  const wanted = { ...kase, appointmentAt };
  const slot = slotOf(wanted);
  const [agent, books, hours, policy] = await Promise.all([
    get('agents', kase.holderId ?? ''),
    booksOf(slot ? [bookIdOf(slot)] : []),
    hoursOf(kase.unit.community),
    policyFor(kase.unit),
  ]);
  if (!agent) return reject('SLOT_GONE', { appointment: '代办员不在岗了，请过一会儿再约。' });
  const loads = [...(await loadsOf([agent], now)), ...loadOf(kase, -1, now)];
  const { weights } = policy.values;
  const choice = chooseForHour(wanted, agent, { loads, books: without(books, kase), hours, weights, now });
  if (choice.agent) return { ...choice, agent };
  const reason = choice.candidates[0]?.reason ?? '来不了';
  return reject('SLOT_GONE', { appointment: `${agent.name}${reason}，请另选一个时间。` });
}

/** One transaction: the street's turn, the agent's and the case. `moved`: the agent got another case since the counting. */
export async function give(
  before: CaseDoc | undefined,
  placed: CaseDoc,
  agent: AgentDoc,
): Promise<'given' | 'moved' | 'taken'> {
  return transact<'given' | 'moved' | 'taken'>(
    async (tx) => {
      await tx.put('turns', { _id: streetOf(agent.unit), at: placed.touchedAt });
      const fresh = await tx.get('agents', agent._id);
      if (fresh?.turn !== agent.turn) return 'moved';
      if (!(await putIn(tx, before, placed))) return 'taken';
      await tx.update('agents', agent._id, turned(agent, placed));
      return 'given';
    },
    { taken: 'taken' },
  );
}

/** Adds a new case, or replaces one that is still as it was. */
async function putIn(
  tx: Transaction,
  before: CaseDoc | undefined,
  placed: CaseDoc,
  books: readonly DayBookDoc[] = [],
): Promise<boolean> {
  const known = before && (await tx.get('cases', before._id));
  if (known?.rev !== before?.rev || !(await bookIn(tx, before, placed, books))) return false;
  if (!before) await tx.add('cases', placed);
  else await replaceIn(tx, before, placed);
  return true;
}

async function write(before: CaseDoc | undefined, kase: CaseDoc): Promise<'given' | 'taken'> {
  const done = before ? await replace(before, kase) : await add('cases', kase);
  return done ? 'given' : 'taken';
}

/** What agents have on these days besides hours of their own, by agent, day and whether it is at a door. One read. */
export async function roomOf(agents: readonly AgentDoc[], days: readonly string[]): Promise<Load[]> {
  if (agents.length === 0 || days.length === 0) return [];
  const counted = await countBy(
    'cases',
    { holderId: is.in(agents.map(({ _id }) => _id)), roomDay: is.in(days) },
    { agentId: 'holderId', workDay: 'roomDay' },
    { atDoor: aggregate.sum(aggregate.cond([aggregate.eq(['$mode', 'home-visit']), 1, 0])) },
  );
  return counted.flatMap(({ _id, count, atDoor }) => {
    const load = { agentId: String(_id.agentId), workDay: String(_id.workDay), overdue: 0, taken: 0 };
    return [
      { ...load, mode: 'home-visit' as const, count: Number(atDoor) },
      { ...load, mode: 'counter' as const, count: count - Number(atDoor) },
    ];
  });
}
