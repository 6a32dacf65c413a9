import type { Output } from '../../contract/actions';
import { isOpen } from '../../contract/states';
import { chooseAgent } from '../domain/assignment/assign';
import { nameOf, released, stays } from '../domain/assignment/offer';
import { mustAdvance, system } from '../domain/case/timeline';
import type { AgentDoc, CaseDoc } from '../domain/documents';
import { Street, agentsNear, aroundOf, place } from '../kit/dispatch';
import { hoursOf } from '../kit/reference';
import { find, get, updateOne } from '../kit/store';
import { replace } from '../kit/write';

/** As many as one read gives; more than an agent has in hand. */
const BATCH = 100;
const TRIES = 4;

type Left = NonNullable<Output<'roster.set'>['left']>;

/**
 * What an agent has who is not there any more goes to whom the rules choose: cases, what they were asked to take over, and
 * calls to make. What went is not theirs any more, so a second run finds what a first that died has left.
 */
export async function release(agent: AgentDoc, context: { now: number; requestId: string }): Promise<Left> {
  const [held, asked, calls] = await Promise.all([
    find('cases', { holderId: agent._id }, { orderBy: [['dueAt', 'asc']], limit: BATCH, only: ['no'] }),
    find('cases', { askedId: agent._id }, { orderBy: [['dueAt', 'asc']], limit: BATCH, only: ['no'] }),
    find('calls', { agentId: agent._id, open: true }, { orderBy: [['at', 'asc']], limit: BATCH }),
  ]);
  const cases: Left['cases'] = [];
  let handovers = 0;
  for (const { _id } of asked) if (await endHandover(_id, agent, context)) handovers += 1;
  for (const { _id } of held) {
    const kase = await giveOn(_id, agent, context);
    if (kase)
      cases.push({
        caseId: kase._id,
        no: kase.no,
        serviceName: kase.serviceName,
        agentName: kase.holderId && kase.assignment?.agentName,
      });
  }
  let moved = 0;
  for (const { _id, caseId } of calls) {
    const to = await callerFor(await get('cases', caseId), agent, context.now);
    if (to && (await updateOne('calls', { _id, open: true }, { agentId: to }))) moved += 1;
  }
  return { cases, handovers, calls: moved };
}

/** The case is given out anew; undefined where it is not this agent's any more. */
async function giveOn(
  caseId: string,
  agent: AgentDoc,
  { now: at, requestId }: { now: number; requestId: string },
): Promise<CaseDoc | undefined> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const kase = await get('cases', caseId);
    if (kase?.holderId !== agent._id || !isOpen(kase.state)) return undefined;
    const name = nameOf(agent);
    const step = { do: 'release', by: system, at, requestId, agent: name, from: name } as const;
    const free = mustAdvance(kase, step, released(kase, await hoursOf(kase.unit.community), at));
    const placed = await place(kase, free, new Street(kase.unit, at), { at, requestId });
    if (placed) return placed;
  }
  return undefined;
}

/** What this agent was asked to take over stays with who has it. */
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

/** Who calls instead: whoever has the case now, else whom the rules would give it to. */
async function callerFor(
  kase: CaseDoc | undefined,
  gone: AgentDoc,
  now: number,
): Promise<string | undefined> {
  if (!kase) return undefined;
  if (kase.holderId !== undefined && kase.holderId !== gone._id) return kase.holderId;
  const others = (await agentsNear(kase.unit.street)).filter(({ _id }) => _id !== gone._id);
  return chooseAgent(kase, others, await aroundOf(kase, others, now)).agent?._id;
}
