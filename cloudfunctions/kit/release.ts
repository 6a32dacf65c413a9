import type { Output } from '../../contract/actions';
import { isOpen } from '../../contract/states';
import { addDays, dayOf, instantOf } from '../../contract/time';
import { chooseAgent, chooseByHand } from '../domain/assignment/assign';
import { applyChoice, nameOf, released, stays } from '../domain/assignment/offer';
import { NEVER } from '../domain/case/settle';
import { missesVisit } from '../domain/case/visit';
import { mustAdvance, system } from '../domain/case/timeline';
import type { AgentDoc, CaseDoc } from '../domain/documents';
import { Street, agentsNear, aroundOf, give, place } from './dispatch';
import { inHundreds } from './page';
import { hoursOf } from './reference';
import { find, get, updateOne } from './store';
import { replace } from './write';

/** As many as one read gives. */
const BATCH = 100;
const TRIES = 4;

type Left = NonNullable<Output<'roster.set'>['left']>;

interface When {
  now: number;
  requestId: string;
}

/** What an agent has in hand: cases, what they were asked to take over, and calls to make. A hundred of each. */
export const heldBy = ({ _id }: Pick<AgentDoc, '_id'>) =>
  Promise.all([
    find('cases', { holderId: _id }, { orderBy: [['dueAt', 'asc']], limit: BATCH, without: ['events'] }),
    find('cases', { askedId: _id }, { orderBy: [['dueAt', 'asc']], limit: BATCH, only: ['no', 'handover'] }),
    find('calls', { agentId: _id, open: true }, { orderBy: [['at', 'asc']], limit: BATCH }),
  ]);

/**
 * What an agent who has left had in hand goes to whom the rules choose, or to `to` where that agent can: cases, what they were
 * asked to take over, and calls to make. What went is not theirs any more, so a second run finds what a first that died has left.
 */
export async function release(agent: AgentDoc, context: When, to?: AgentDoc): Promise<Left> {
  const left: Left = { cases: [], handovers: 0, calls: 0 };
  await missVisits(agent, { from: dayOf(context.now) }, context);
  for (;;) {
    const [held, asked, calls] = await heldBy(agent);
    const before = left.cases.length + left.handovers + left.calls;
    for (const { _id } of asked) if (await endHandover(_id, agent, context)) left.handovers += 1;
    for (const { _id } of held) {
      const kase = await giveOn(_id, agent, context, to);
      if (kase)
        left.cases.push({
          caseId: kase._id,
          no: kase.no,
          serviceName: kase.serviceName,
          agentName: kase.holderId && kase.assignment?.agentName,
        });
    }
    for (const { _id, caseId } of calls) {
      const next = await callerFor(await get('cases', caseId), agent, context.now, to);
      if (next && (await updateOne('calls', { _id, open: true }, { agentId: next }))) left.calls += 1;
    }
    const isMore = [held, asked, calls].some(({ length }) => length === BATCH);
    if (!isMore || left.cases.length + left.handovers + left.calls === before) return left;
  }
}

/**
 * Visits to which this agent was to go along on these days (without `to` on all from then on) ask for another, and who plans them is told. A
 * second run finds what a first that died has left.
 */
export async function missVisits(
  agent: AgentDoc,
  days: { from: string; to?: string },
  { now: at, requestId }: When,
): Promise<void> {
  const until = days.to === undefined ? NEVER : instantOf(addDays(days.to, 1));
  const span = [instantOf(days.from), until] as const;
  const theirs = { 'pair.companion.id': agent._id };
  for await (const visits of inHundreds(
    'cases',
    theirs,
    { only: ['appointmentAt'] },
    { field: 'appointmentAt', span },
  ))
    for (const { _id } of visits)
      for (let tries = 1; tries <= TRIES; tries += 1) {
        const kase = await get('cases', _id);
        const change = kase && missesVisit(kase, agent, days, at);
        if (!change) break;
        const step = { do: 'bring', by: system, at, requestId, from: nameOf(agent) } as const;
        if (await replace(kase, mustAdvance(kase, step, change))) break;
      }
}

/** The case is given out anew; undefined where it is not this agent's any more. */
async function giveOn(
  caseId: string,
  agent: AgentDoc,
  { now: at, requestId }: When,
  to?: AgentDoc,
): Promise<CaseDoc | undefined> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const kase = await get('cases', caseId);
    if (kase?.holderId !== agent._id || !isOpen(kase.state)) return undefined;
    const name = nameOf(agent);
    const step = { do: 'release', by: system, at, requestId, agent: name, from: name } as const;
    const free = mustAdvance(kase, step, released(kase, await hoursOf(kase.unit.community), at));
    const given = to && (await giveTo(kase, free, to, { at, requestId }));
    if (given === 'moved') continue;
    const placed = given ?? (await place(kase, free, new Street(kase.unit, at), { at, requestId }));
    if (placed) return placed;
  }
  return undefined;
}

/** The case offered to this one agent; undefined where they cannot have it, and the rules choose. */
async function giveTo(
  kase: CaseDoc,
  free: CaseDoc,
  { _id }: AgentDoc,
  when: { at: number; requestId: string },
): Promise<CaseDoc | 'moved' | undefined> {
  const to = await get('agents', _id);
  if (!to) return undefined;
  const choice = chooseByHand(free, to, await aroundOf(free, [to], when.at));
  if (!choice.agent) return undefined;
  const placed = applyChoice(free, choice, await hoursOf(free.unit.community), when);
  return (await give(kase, placed, to)) === 'given' ? placed : 'moved';
}

/** What this agent was asked to take over stays with the agent who has it. */
async function endHandover(
  caseId: string,
  agent: AgentDoc,
  { now: at, requestId }: { now: number; requestId: string },
): Promise<boolean> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const kase = await get('cases', caseId);
    if (kase?.handover?.agentId !== agent._id) return false;
    const step = { do: 'lapse', by: system, at, requestId, agent: nameOf(agent) } as const;
    if (await replace(kase, mustAdvance(kase, step, stays))) return true;
  }
  return false;
}

/** Who calls instead: the agent who has the case now, else the agent whom the rules would give it to. */
async function callerFor(
  kase: CaseDoc | undefined,
  gone: AgentDoc,
  now: number,
  to?: AgentDoc,
): Promise<string | undefined> {
  if (kase?.holderId !== undefined && kase.holderId !== gone._id) return kase.holderId;
  if (to) return to._id;
  if (!kase) return undefined;
  const others = (await agentsNear(kase.unit.street)).filter(({ _id }) => _id !== gone._id);
  return chooseAgent(kase, others, await aroundOf(kase, others, now)).agent?._id;
}
