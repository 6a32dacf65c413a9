import { OPEN } from '../../contract/states';
import { uncoveredGrid } from '../domain/assignment/roster';
import type { CaseDoc, OrgDoc, PersonDoc, RegridDoc, Whole } from '../domain/documents';
import { leftBy, placedCase, placedIn, placedPosts, placedUnit } from '../domain/units/whole';
import { checkOf } from '../domain/person-check';
import { changeAgent } from './agents';
import { each } from './each';
import { inHundreds } from './page';
import { isResident } from './people';
import { entriesWith } from './register';
import { type Query, count, find, get, is, transact, updateMany, updateOne } from './store';
import { replace } from './write';

/** As many as one read gives. */
const BATCH = 100;
const TRIES = 4;
/** Real time, well inside the 20 seconds that a function has: what is left then is the timer's. */
const BUDGET_MS = 8_000;
/** Asked before each portion: is there time for it? */
export function budget(): () => boolean {
  const until = performance.now() + BUDGET_MS;
  return () => performance.now() < until;
}
/** What was being submitted meanwhile is written by then: a function runs for seconds, and units are remembered for a minute. */
export const AGAIN_MS = 2 * 60_000;
const MINUTE_MS = 60_000;
/** Nothing of a case that has to do with where it is. */
export const heavy: (keyof CaseDoc & string)[] = ['events', 'outbox', 'candidates', 'steps'];

/** What lies within the unit and has not gone yet. */
function left(whole: Whole): Query {
  const { tier, id, from } = whole;
  if (tier === 'grid') return { 'unit.community': from.community ?? '', 'unit.grid': id };
  const by = leftBy(whole);
  return { [`unit.${tier}`]: id, [`unit.${by.tier}`]: by.id };
}

/** So much would go: the same conditions that it goes by. */
export async function countWhole(
  whole: Whole,
): Promise<{ residents: number; cases: number; agents: number; units: number }> {
  const [residents, cases, agents, units] = await Promise.all([
    count('people', { ...left(whole), 'posts.role': 'resident' }),
    count('cases', { ...left(whole), state: is.in(OPEN) }),
    whole.tier === 'grid' ? agentsWith(whole) : all('agents', left(whole)),
    whole.tier === 'grid' ? [] : all('orgs', left(whole)),
  ]);
  const under = units.filter(({ _id, closedAt }) => _id !== whole.id && closedAt === undefined);
  return { residents, cases, agents: agents.filter(({ active }) => active).length, units: under.length };
}

async function all<N extends 'orgs' | 'agents'>(name: N, query: Query) {
  const found = [];
  for await (const batch of inHundreds(name, query)) found.push(...batch);
  return found;
}

/**
 * Lets all that lies within a unit go where it goes: units, agents, invitations, people, open cases. What has gone is not found again,
 * so a new run goes on where another was cut off or had no more time; the timer comes once more for what was being written meanwhile.
 */
export async function carryWhole(plan: RegridDoc & { whole: Whole }, now: number): Promise<RegridDoc> {
  const { whole, _id } = plan;
  let { residents, cases, state } = plan;
  const hasTime = budget();
  let isDone = true;
  // A unit that has gone back since, or takes requests again, keeps what it has.
  if (await holds(whole)) {
    await unitsFollow(whole, now);
    await (whole.tier === 'grid' ? gridFollows(whole) : agentsFollow(whole));
    const home = await get('orgs', whole.to.community ?? '');
    for await (const people of inHundreds('people', left(whole), { only: ['unit', 'posts', 'key'] })) {
      residents += await peopleFollow(people, whole, home);
      isDone = hasTime();
      if (!isDone) break;
    }
    const grid = whole.tier === 'grid' ? await get('orgs', whole.into ?? whole.id) : undefined;
    const open = { ...left(whole), state: is.in(OPEN) };
    for await (const some of inHundreds('cases', open, { without: heavy })) {
      if (isDone) isDone = hasTime();
      if (!isDone) break;
      for (const kase of some) if (await caseFollows(kase, whole, grid)) cases += 1;
    }
  }
  if (isDone) state = state === 'planned' ? 'moved' : 'done';
  const runAt = !isDone ? now : state === 'moved' ? now + AGAIN_MS : undefined;
  await updateOne('regrids', { _id }, { state, runAt, residents, cases });
  return { ...plan, state, runAt, residents, cases };
}

async function holds(whole: Whole): Promise<boolean> {
  const unit = await get('orgs', whole.id);
  const { tier } = leftBy(whole);
  return whole.into === undefined ? unit?.unit[tier] === whole.to[tier] : unit?.closedAt !== undefined;
}

/** Units below, invitations to them, and what is planned for grids. The unit itself has gone, or is closed, with the decision. */
async function unitsFollow(whole: Whole, now: number): Promise<void> {
  if (whole.tier === 'grid') return;
  const rest = left(whole);
  for (const unit of await all('orgs', rest))
    if (unit._id !== whole.id)
      await updateOne('orgs', { _id: unit._id, ...rest }, placedUnit(unit, whole, now));
  for await (const invitations of inHundreds('invitations', { ...rest, open: true }))
    for (const { _id, orgId, unit } of invitations)
      await updateOne(
        'invitations',
        { _id, open: true },
        orgId === whole.id && whole.into !== undefined ? { open: false } : { unit: placedIn(unit, whole) },
      );
  if (whole.tier === 'community' && whole.into !== undefined)
    await updateMany('regrids', { orgId: whole.id, state: 'planned' }, { orgId: whole.into, unit: whole.to });
}

async function agentsFollow(whole: Whole): Promise<void> {
  const by = leftBy(whole);
  for (const { _id } of await all('agents', left(whole)))
    await changeAgent(_id, ({ unit }) =>
      unit[whole.tier] === whole.id && unit[by.tier] === by.id ? { unit: placedIn(unit, whole) } : {},
    );
}

/** Agents of a grid stay in their community: within it they look after the grid that it went into; elsewhere an agent there does. */
async function gridFollows(whole: Whole): Promise<void> {
  const { id, into, from, to } = whole;
  const heirs = from.community === to.community && into !== undefined ? [into] : [];
  for (const { _id } of await agentsWith(whole))
    await changeAgent(_id, ({ gridIds }) => ({
      gridIds: [...new Set(gridIds.flatMap((grid) => (grid === id ? heirs : grid)))],
    }));
  const grid = await get('orgs', into ?? id);
  const there = (await agentsOf(to.community)).filter(({ active }) => active);
  const [fewest] = there.toSorted((a, b) => a.gridIds.length - b.gridIds.length);
  if (grid && fewest && uncoveredGrid([grid], there))
    await changeAgent(fewest._id, ({ gridIds }) => ({ gridIds: [...new Set([...gridIds, grid._id])] }));
}

const agentsWith = async ({ id, from }: Whole) =>
  (await agentsOf(from.community)).filter(({ gridIds }) => gridIds.includes(id));

const agentsOf = (community = '') =>
  find('agents', { 'unit.community': community }, { orderBy: [['_id', 'asc']], limit: BATCH });

/** Gives how many residents went. */
async function peopleFollow(
  people: readonly PersonDoc[],
  whole: Whole,
  home: OrgDoc | undefined,
): Promise<number> {
  const staying = people.filter(({ unit }) => placedIn(unit, whole).community === unit.community);
  const groups = new Map<string, PersonDoc[]>();
  for (const one of staying) {
    const key = JSON.stringify(one.unit);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  let residents = 0;
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const ids = is.in(group.map(({ _id }) => _id));
    await updateMany('people', { _id: ids, ...left(whole) }, { unit: placedIn(first.unit, whole) });
    residents += group.filter(isResident).length;
  }
  const going = people.filter((one) => !staying.includes(one));
  const twins = await keysIn(whole.to.community, going);
  await each(going, async ({ _id }) => {
    if (home && (await personFollows(_id, whole, home, twins))) residents += 1;
  });
  return residents;
}

/** Names with numbers that the other community has, too: staff look at both. */
async function keysIn(community = '', people: readonly PersonDoc[]): Promise<Set<string | undefined>> {
  const keys = people.flatMap(({ key }) => key ?? []);
  if (keys.length === 0) return new Set();
  const found = await entriesWith(community, keys);
  return new Set(found.map(({ key }) => key));
}

/** A person whose community is another one then, as their entry is in the moment of writing; gives whether a resident went. */
function personFollows(
  id: string,
  whole: Whole,
  home: OrgDoc,
  twins: ReadonlySet<string | undefined>,
): Promise<boolean> {
  return transact(async (tx) => {
    const person = await tx.get('people', id);
    if (!person || person.unit[whole.tier] !== whole.id) return false;
    const { unit } = person;
    if (unit.community !== whole.from.community) return false;
    await tx.update('people', id, {
      unit: placedIn(unit, whole),
      posts: placedPosts(person, whole, home),
      ...(person.key !== undefined && twins.has(person.key)
        ? { shares: true, check: checkOf({ ...person, shares: true }) }
        : {}),
    });
    return isResident(person);
  });
}

async function caseFollows(seen: CaseDoc, whole: Whole, grid: OrgDoc | undefined): Promise<boolean> {
  const by = leftBy(whole);
  let kase: CaseDoc | undefined = seen;
  for (let tries = 1; tries <= TRIES && kase; tries += 1) {
    if (kase.unit[whole.tier] !== whole.id || kase.unit[by.tier] !== by.id) return false;
    if (await replace(kase, { ...kase, ...placedCase(kase, whole, grid) })) return true;
    kase = await get('cases', kase._id);
  }
  return false;
}

/** Units that went into one another one after the other: further than that no case has to go. */
const GOINGS = 5;

/** A case is open again in a community that has gone into another: the timer takes it along. */
export async function followAgain(community: string | undefined, now: number): Promise<void> {
  let id = community;
  for (let going = 0; going < GOINGS && id !== undefined; going += 1) {
    const unit = await get('orgs', id);
    if (unit?.closedAt === undefined) return;
    const [plan] = await find(
      'regrids',
      { 'whole.id': id, state: 'done' },
      { orderBy: [['at', 'desc']], limit: 1 },
    );
    // Where it goes on from there is a minute later, so that it has come there.
    const runAt = now + going * MINUTE_MS;
    if (plan) await updateOne('regrids', { _id: plan._id, state: 'done' }, { state: 'moved', runAt });
    id = plan?.whole?.into;
  }
}
