import type { Mode } from '../../contract/words';
import { type Rejection, reject } from '../../contract/errors';
import { dayOf, instantOf } from '../../contract/time';
import {
  type Choice,
  type Circumstances,
  type Load,
  chooseAgent,
  chooseByHand,
  fits,
  neededAt,
} from '../domain/assignment/assign';
import { type Seen, withMore } from '../domain/assignment/seen';
import type { AgentDoc, CaseDoc } from '../domain/documents';
import { applyChoice } from '../domain/assignment/offer';
import type { When } from '../domain/case/timeline';
import type { Context } from './context';
import { hoursOf, policyFor } from './reference';
import { type Transaction, add, aggregate, countBy, find, get, is, transact } from './store';
import { replace, replaceIn } from './write';

const TRIES = 8;

/**
 * Finds an agent for a submitted case and writes case and choice at once: a new case (`before` undefined) is added, a
 * known one replaced. Gives the case as written; undefined when a new one's id or number is taken, or a known one was
 * changed meanwhile.
 *
 * Two cases never take one slot: loads are counted from the cases themselves, and the transaction goes through only if
 * the agent's `turn` is still what it was before counting. What it has risen by is as many cases more: the choice is made
 * again with those, in the same transaction, so that whoever asks at once with others waits for them in the database and
 * reads nothing anew. Nothing is to be given back, so nothing can be lost.
 *
 * A hand that has come free goes to the oldest case it fits: the street's cases that nobody has and that are older than
 * this one are served before it.
 */
export async function place(
  before: CaseDoc | undefined,
  kase: CaseDoc,
  street: Street,
  when: When,
): Promise<CaseDoc | undefined> {
  const [hours, policy] = await Promise.all([hoursOf(kase.unit.community), policyFor(kase.unit)]);
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const [counted, waiting] = await Promise.all([street.agents(), street.waiting()]);
    const own = before ? loadOf(before, -1, when.at) : [];
    const around = ({ loads }: Seen): Circumstances => {
      return { loads: [...loads, ...own], hours, weights: policy.values.weights, now: when.at };
    };
    const rules: Rules = {
      days: [...new Set(neededAt(kase, around(counted)).map(dayOf))],
      choose: (seen) => chooseAgent(kase, seen.agents, around(seen)),
      olderFor: (agent, seen) => waiting.find((one) => isBefore(one, kase) && fits(one, agent, around(seen))),
      placed: (choice) => applyChoice(kase, choice, hours, when),
    };
    const choice = rules.choose(counted);
    if (!choice.agent) {
      const placed = rules.placed(choice);
      return (await write(before, placed)) === 'given' ? placed : undefined;
    }
    const older = rules.olderFor(choice.agent, counted);
    if (older) {
      street.leaves(older);
      await place(older, older, street, when);
      continue;
    }
    const outcome = await offer(before, counted, rules);
    if (outcome === 'taken') return undefined;
    if (outcome === 'moved') {
      street.forget();
      continue;
    }
    const { agent, placed, seen } = outcome;
    if (seen === counted) await street.gave(agent, before, placed);
    else street.forget();
    street.leaves(placed);
    return placed;
  }
  // Everybody reaches for the same agents at once: keep the case, `sweep` places it within a minute. One that stands already
  // as it is needs no write.
  return kase === before || (await write(before, kase)) === 'given' ? kase : undefined;
}

const isBefore = (one: CaseDoc, kase: CaseDoc): boolean =>
  one._id !== kase._id && one.submittedAt < kase.submittedAt;

/** What decides whom a case is offered to, with what is seen of the street. */
interface Rules {
  /** the days that the case could take a slot of */
  days: string[];
  choose(seen: Seen): Choice;
  /** an older case that the agent's free slot is for */
  olderFor(agent: AgentDoc, seen: Seen): CaseDoc | undefined;
  placed(choice: Choice): CaseDoc;
}

/**
 * One transaction: the best agent as they are now, their turn and the case. `moved`: with what others were given since the
 * counting nobody is sure to have a slot, or it is an older case's; all is to be counted anew.
 */
function offer(
  before: CaseDoc | undefined,
  counted: Seen,
  rules: Rules,
): Promise<{ agent: AgentDoc; placed: CaseDoc; seen: Seen } | 'moved' | 'taken'> {
  return transact<{ agent: AgentDoc; placed: CaseDoc; seen: Seen } | 'moved' | 'taken'>(async (tx) => {
    const read = new Set<string>();
    let seen = counted;
    for (;;) {
      const choice = rules.choose(seen);
      const { agent } = choice;
      if (!agent || rules.olderFor(agent, seen)) return 'moved';
      const fresh = read.has(agent._id) ? agent : await tx.get('agents', agent._id);
      read.add(agent._id);
      if (fresh?.turn === agent.turn) {
        const placed = rules.placed(choice);
        if (!(await putIn(tx, before, placed))) return 'taken';
        await tx.update('agents', agent._id, turned(agent, placed));
        return { agent, placed, seen };
      }
      const more = fresh && withMore(seen, fresh, rules.days);
      if (!more) return 'moved';
      seen = more;
    }
  }, 'taken');
}

/**
 * A street as one run sees it: its agents with what they have in hand, and its cases that nobody has. Read once; what the
 * run itself gives out is added, and what others gave shows in the agent's turn, after which all is read anew.
 */
export class Street {
  private seen?: Promise<Seen>;
  private queue?: Promise<CaseDoc[]>;

  constructor(
    private readonly id: string | undefined,
    private readonly now: number,
  ) {}

  agents(): Promise<Seen> {
    this.seen ??= this.read();
    return this.seen;
  }

  waiting(): Promise<CaseDoc[]> {
    this.queue ??= waitingIn(this.id);
    return this.queue;
  }

  /** Its turn has come: no other case has to wait for it any more. */
  leaves(kase: CaseDoc): void {
    this.queue = this.queue?.then((queue) => queue.filter((one) => one._id !== kase._id));
  }

  forget(): void {
    this.seen = undefined;
  }

  /** This run gave a case: it is off whoever had it, and on whoever got it. */
  async gave(agent: AgentDoc, before: CaseDoc | undefined, placed: CaseDoc): Promise<void> {
    const { agents, loads } = await this.agents();
    this.seen = Promise.resolve({
      agents: agents.map((one) => (one._id === agent._id ? { ...one, ...turned(one, placed) } : one)),
      loads: [...loads, ...(before ? loadOf(before, -1, this.now) : []), ...loadOf(placed, 1, this.now)],
    });
  }

  private async read(): Promise<Seen> {
    const agents = await agentsNear(this.id);
    return { agents, loads: await loadsOf(agents, this.now) };
  }
}

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

/** The cases of a street that nobody has, oldest first; as many as a freed hand could be meant for. */
function waitingIn(street: string | undefined): Promise<CaseDoc[]> {
  if (street === undefined) return Promise.resolve([]);
  return find(
    'cases',
    { 'unit.street': street, state: 'submitted' },
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
  const [loads, hours, policy] = await Promise.all([
    loadsOf(agents, now),
    hoursOf(kase.unit.community),
    policyFor(kase.unit),
  ]);
  return { loads, hours, weights: policy.values.weights, now };
}

/** Cases by agent, day and mode: those in hand, how many of them are overdue, and what was taken since the month began. */
export async function loadsOf(agents: AgentDoc[], now: number): Promise<Load[]> {
  if (agents.length === 0) return [];
  const ids = is.in(agents.map((agent) => agent._id));
  const since = monthStartOf(now);
  const those = (condition: unknown) => aggregate.sum(aggregate.cond([condition, 1, 0]));
  const counted = await countBy(
    'cases',
    is.or([{ holderId: ids }, { 'assignment.agentId': ids, 'assignment.offeredAt': is.gte(since) }]),
    { agentId: 'assignment.agentId', workDay: 'workDay', mode: 'mode' },
    {
      held: those(aggregate.eq(['$holderId', '$assignment.agentId'])),
      overdue: those(aggregate.lt(['$redAt', now])),
      taken: those(aggregate.gte(['$assignment.offeredAt', since])),
    },
  );
  return counted.map((row) => ({
    agentId: String(row._id.agentId),
    workDay: typeof row._id.workDay === 'string' ? row._id.workDay : undefined,
    mode: row._id.mode as Mode,
    count: Number(row.held),
    overdue: Number(row.overdue),
    taken: Number(row.taken),
  }));
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

/** One transaction: the agent's turn and the case. `moved`: the agent got another case since the counting. */
export async function give(
  before: CaseDoc | undefined,
  placed: CaseDoc,
  agent: AgentDoc,
): Promise<'given' | 'moved' | 'taken'> {
  return transact<'given' | 'moved' | 'taken'>(async (tx) => {
    const fresh = await tx.get('agents', agent._id);
    if (fresh?.turn !== agent.turn) return 'moved';
    if (!(await putIn(tx, before, placed))) return 'taken';
    await tx.update('agents', agent._id, turned(agent, placed));
    return 'given';
  }, 'taken');
}

/** Adds a new case, or replaces one that is still as it was. */
async function putIn(tx: Transaction, before: CaseDoc | undefined, placed: CaseDoc): Promise<boolean> {
  if (!before) await tx.add('cases', placed);
  else if ((await tx.get('cases', before._id))?.rev === before.rev) await replaceIn(tx, before, placed);
  else return false;
  return true;
}

async function write(before: CaseDoc | undefined, kase: CaseDoc): Promise<'given' | 'taken'> {
  const done = before ? await replace(before, kase) : await add('cases', kase);
  return done ? 'given' : 'taken';
}
