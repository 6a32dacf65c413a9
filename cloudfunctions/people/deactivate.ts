import { type Rejection, isRejection, reject } from '../../contract/errors';
import type { Leaving } from '../../contract/models';
import { chooseAgent, chooseByHand } from '../domain/assignment/assign';
import { uncoveredGrid } from '../domain/assignment/roster';
import type { AgentDoc, OrgDoc, PersonDoc } from '../domain/documents';
import { isLast, isLastAdmin } from '../kit/admins';
import type { Context } from '../kit/context';
import { agentsNear, aroundOf } from '../kit/dispatch';
import { record } from '../kit/journal';
import { aboutPerson, factsOf, isStaff } from '../kit/people';
import { org, unitsBelow } from '../kit/reference';
import { notOverseen, personNotYours } from '../kit/registered';
import { heldBy, release } from '../kit/release';
import { changeRoster } from '../kit/roster';
import type { HandlerOf } from '../kit/serve';
import { remove } from '../kit/storage';
import { type Transaction, find, get, transact, updateMany } from '../kit/store';

/**
 * Takes every post but a resident's from a person. What they have in hand goes to whom the rules choose, or to `to`; grids that no
 * other agent has go to `to` or to the colleague with the fewest. Asking again goes on where a first run died. Errors:
 * PERSON_NOT_YOURS, NO_POST_TO_END, LAST_ADMIN, GRID_UNCOVERED, AGENT_NOT_FOUND.
 */
export const deactivate: HandlerOf<'people.deactivate'> = async (context, { personId, to: toId, dryRun }) => {
  const person = await get('people', personId);
  if (!person) return personNotYours('personId');
  const agent = await get('agents', personId);
  const refused =
    (await refusalOf(context, person, agent)) ?? ((await isLastAdmin(person)) ? last : undefined);
  if (refused) return refused;
  const colleagues = agent ? await colleaguesOf(agent) : [];
  const to = toId === undefined ? undefined : await colleagueFor(agent, toId);
  if (isRejection(to)) return to;
  const grids = agent ? await gridsLeft(agent, colleagues, to) : [];
  if (isRejection(grids)) return grids;
  const posts = person.posts.filter(({ role }) => role === 'resident');
  const named = grids.map(({ grid, heir }) => ({ id: grid._id, name: grid.name, agentName: heir.name }));
  if (dryRun) {
    const left = agent ? await preview(agent, to, context.now) : { cases: [], handovers: 0, calls: 0 };
    return { left: { ...left, grids: named }, posts };
  }
  for (const heirId of new Set(grids.map(({ heir }) => heir._id))) {
    const theirs = grids.flatMap(({ grid, heir }) => (heir._id === heirId ? grid._id : []));
    const given = await changeRoster(context, heirId, ({ gridIds }) => ({
      gridIds: [...new Set([...gridIds, ...theirs])],
    }));
    if (isRejection(given)) return given;
  }
  const ended = await transact((tx) => end(tx, context, person, agent));
  if (isRejection(ended)) return ended;
  await updateMany('invitations', { 'by.id': personId, open: true }, { open: false });
  if (agent?.photo) await remove([agent.photo]);
  const left = agent ? await release(agent, context, to) : { cases: [], handovers: 0, calls: 0 };
  return { left: { ...left, grids: named }, posts };
};

/** The caller has to oversee each post that ends: a manager takes no post above their own. */
async function refusalOf(
  context: Context,
  person: PersonDoc,
  agent: AgentDoc | undefined,
): Promise<Rejection | undefined> {
  const ending = person.posts.filter(({ role }) => role !== 'resident');
  const units = await Promise.all(ending.map(({ orgId }) => org(orgId)));
  const places = [...units.flatMap((unit) => unit?.unit ?? []), ...(agent ? [agent.unit] : [])];
  if (places.length === 0)
    return (
      notOverseen(context, 'people.deactivate', person.unit, 'personId') ??
      reject('NO_POST_TO_END', { personId: '居民搬走了，请改社区。' })
    );
  return places
    .map((place) => notOverseen(context, 'people.deactivate', place, 'personId'))
    .find((one) => one !== undefined);
}

const last = reject('LAST_ADMIN', { personId: '请先邀请另一位区管理员。' });
const colleaguesOf = async ({ _id, unit: { community } }: AgentDoc): Promise<AgentDoc[]> =>
  community === undefined
    ? []
    : (
        await find('agents', { 'unit.community': community }, { orderBy: [['_id', 'asc']], limit: 100 })
      ).filter((one) => one._id !== _id && one.active);

/** The agent whom a manager chose: of the street, since cases go no further. */
async function colleagueFor(agent: AgentDoc | undefined, toId: string): Promise<AgentDoc | Rejection> {
  const to = await get('agents', toId);
  const isNear = to?.active && to._id !== agent?._id && to.unit.street === agent?.unit.street;
  return to && isNear ? to : reject('AGENT_NOT_FOUND', { to: '请选同一个街道里在岗的代办员。' });
}

/** Grids that no agent has without this one, each with who gets it. Errors: GRID_UNCOVERED. */
async function gridsLeft(
  agent: AgentDoc,
  colleagues: readonly AgentDoc[],
  to: AgentDoc | undefined,
): Promise<{ grid: OrgDoc; heir: AgentDoc }[] | Rejection> {
  if (!agent.active) return [];
  const open = (await unitsBelow(agent.unit.community ?? '')).filter(
    ({ closedAt }) => closedAt === undefined,
  );
  const left = open.filter((grid) => agent.gridIds.includes(grid._id) && uncoveredGrid([grid], colleagues));
  const [fewest] = colleagues.toSorted((a, b) => a.gridIds.length - b.gridIds.length);
  const heir = to?.unit.community === agent.unit.community ? to : fewest;
  if (left.length === 0) return [];
  if (!heir)
    return reject('GRID_UNCOVERED', { personId: `${left[0]?.name ?? ''}就没有人管了，请先邀请一位代办员。` });
  return left.map((grid) => ({ grid, heir }));
}

/** What would go, and to whom, as things stand. */
async function preview(
  agent: AgentDoc,
  to: AgentDoc | undefined,
  now: number,
): Promise<Omit<Leaving, 'grids'>> {
  const [held, asked, calls] = await heldBy(agent);
  const others = (await agentsNear(agent.unit.street)).filter(({ _id }) => _id !== agent._id);
  const cases: Leaving['cases'] = [];
  for (const kase of held) {
    const around = await aroundOf(kase, others, now);
    const chosen = (to && chooseByHand(kase, to, around).agent) ?? chooseAgent(kase, others, around).agent;
    const { _id: caseId, no, serviceName } = kase;
    cases.push({ caseId, no, serviceName, agentName: chosen?.name });
  }
  return { cases, handovers: asked.length, calls: calls.length };
}

/** Posts, roster and the units' lists, with the entry in the journal: at once. */
async function end(
  tx: Transaction,
  context: Context,
  { _id }: PersonDoc,
  agent: AgentDoc | undefined,
): Promise<true | Rejection> {
  const before = await tx.get('people', _id);
  if (!before) return reject('PERSON_NOT_FOUND', { personId: '没有这个人。' });
  for (const { role, orgId } of before.posts) {
    if (role !== 'manager') continue;
    const unit = await tx.get('orgs', orgId);
    // Another admin may have been ended in this moment.
    if (unit?.tier === 'district' && isLast(unit, _id)) return last;
    if (unit) await tx.update('orgs', orgId, { managers: unit.managers.filter(({ id }) => id !== _id) });
  }
  // Their photo is deleted once this is written.
  if (agent?.active) await tx.update('agents', _id, { active: false, gridIds: [], photo: undefined });
  if (!isStaff(before)) return true;
  const posts = before.posts.filter(({ role }) => role === 'resident');
  const changed = { at: context.now, by: context.who.name };
  const isGone = posts.length === 0;
  await tx.update('people', _id, {
    posts,
    changed,
    ...(isGone ? { openid: undefined, goneAt: context.now, check: undefined } : {}),
  });
  const [ended] = before.posts.filter(({ role }) => role !== 'resident');
  await record(tx, context, {
    unit: before.unit,
    orgId: ended?.orgId ?? before.unit.district,
    what: 'person.deactivate',
    about: aboutPerson(before),
    before: factsOf(before),
    after: factsOf({ ...before, posts }),
  });
  return true;
}
