import { OPEN } from '../../contract/states';
import { instantOf } from '../../contract/time';
import { sha256 } from '../domain/sha256';
import type { CaseDoc, GridMove, OrgDoc, PersonDoc, RegridDoc } from '../domain/documents';
import { gridsOf, inOrder } from '../domain/units/regrid';
import type { Context } from './context';
import { describe, log } from './log';
import { inHundreds } from './page';
import { type Query, find, get, is, updateMany, updateOne } from './store';
import { AGAIN_MS, budget, carryWhole, heavy } from './whole';
import { replace } from './write';

/** As many as one read gives. */
const BATCH = 100;
const TRIES = 4;
/** Longer than a call may take: after it the timer goes on with what a crash left. */
const LEASE_MS = 60_000;

/** When the timer takes a plan in hand: on its day, or, where the caller does it at once, when that call must have ended. */
export const firstRunOf = (from: string, now: number): number =>
  instantOf(from) <= now ? now + LEASE_MS : instantOf(from);

/** The same request makes the same plan. */
export const planId = ({ who, requestId }: Context): string =>
  `rg-${sha256(`${who._id}\n${requestId}`).toString('hex').slice(0, 16)}`;

/** The residents that a move is about. An address that begins so is no less than the beginning, and less than all that sorts after it. */
export function movedBy({ grid, prefix }: GridMove): Query {
  if (!prefix) return { 'unit.grid': grid };
  return is.and([{ 'unit.grid': grid }, { address: is.gte(prefix) }, { address: is.lt(`${prefix}\uFFFF`) }]);
}

/** An open case with whose it is. */
export interface Followed {
  kase: CaseDoc;
  resident: PersonDoc;
}

/** The open cases of some grids of a community, with their residents, a read each for a hundred. */
export async function* openCasesIn(community: string, grids: readonly string[]): AsyncGenerator<Followed> {
  const query = { 'unit.community': community, state: is.in(OPEN), 'unit.grid': is.in(grids) };
  for await (const cases of inHundreds('cases', query, { without: heavy })) {
    const ids = [...new Set(cases.map(({ residentId }) => residentId))];
    const people =
      ids.length === 0
        ? []
        : await find('people', { _id: is.in(ids) }, { orderBy: [['_id', 'asc']], limit: BATCH });
    for (const kase of cases) {
      const resident = people.find(({ _id }) => _id === kase.residentId);
      // A report lies where it is, wherever whoever reported it lives.
      if (resident && !kase.report) yield { kase, resident };
    }
  }
}

/**
 * Moves the households, then lets their open cases follow them. Twice is the same as once, and a new run goes on where another was
 * cut off: households that have moved are not found again, and a case follows its resident to where they are now. The timer comes
 * once more for what was being submitted meanwhile.
 */
export async function carryOut(regrid: RegridDoc, now: number): Promise<RegridDoc> {
  if (regrid.whole) return carryWhole({ ...regrid, whole: regrid.whole }, now);
  const grids = await find(
    'orgs',
    { _id: is.in(gridsOf(regrid.moves)) },
    { orderBy: [['_id', 'asc']], limit: BATCH },
  );
  let { residents, cases } = regrid;
  const hasTime = budget();
  // Once only: a household that was moved back since then stays there.
  const isFirst = regrid.state === 'planned';
  for (const move of isFirst ? inOrder(regrid.moves) : []) {
    const to = grids.find(({ _id }) => _id === move.to);
    if (!to) continue;
    // In hundreds: one write of ten thousand takes longer than the database allows.
    for await (const some of inHundreds('people', movedBy(move), { only: ['unit'] })) {
      if (!hasTime()) return later({ ...regrid, residents }, now);
      const ids = is.in(some.map(({ _id }) => _id));
      residents += await updateMany('people', { _id: ids, 'unit.grid': move.grid }, { unit: to.unit });
    }
  }
  const from = [...new Set(regrid.moves.map(({ grid }) => grid))];
  for await (const { kase, resident } of openCasesIn(regrid.orgId, from)) {
    if (!hasTime()) return later({ ...regrid, residents, cases }, now);
    if (await follow(kase, resident, grids)) cases += 1;
  }
  const state = isFirst ? 'moved' : 'done';
  const runAt = isFirst ? now + AGAIN_MS : undefined;
  await updateOne('regrids', { _id: regrid._id }, { state, runAt, residents, cases });
  return { ...regrid, state, runAt, residents, cases };
}

/** What there was no time for is the timer's next. */
async function later(regrid: RegridDoc, now: number): Promise<RegridDoc> {
  const { _id, residents, cases } = regrid;
  await updateOne('regrids', { _id }, { runAt: now, residents, cases });
  return { ...regrid, runAt: now };
}

/** The case goes to the grid that its resident is in now; its figures stay with the grid that they were first counted in. */
async function follow(seen: CaseDoc, { unit }: PersonDoc, grids: readonly OrgDoc[]): Promise<boolean> {
  const to = grids.find(({ _id }) => _id === unit.grid);
  let kase: CaseDoc | undefined = seen;
  for (let tries = 1; tries <= TRIES && kase; tries += 1) {
    const { grid } = kase.unit;
    if (!to || grid === to._id || kase.unit.community !== to.unit.community) return false;
    const moved = { unit: to.unit, gridName: to.name, countedGrid: kase.countedGrid ?? grid };
    if (await replace(kase, { ...kase, ...moved })) return true;
    kase = await get('cases', kase._id);
  }
  return false;
}

/** What the timer has to take in hand: a day that has come, or a look at what was submitted meanwhile. */
export async function regridDue(now: number): Promise<{ regridded: number }> {
  const due = await find('regrids', { runAt: is.lte(now) }, { orderBy: [['runAt', 'asc']], limit: 10 });
  const hasTime = budget();
  let regridded = 0;
  for (const regrid of due) {
    if (!hasTime()) break;
    try {
      await carryOut(regrid, now);
      regridded += 1;
    } catch (error) {
      // What a call that died holds is free a little later; other plans must not wait for it.
      await updateOne('regrids', { _id: regrid._id }, { runAt: now + LEASE_MS });
      log({
        function: 'sweep',
        action: 'regrid',
        requestId: regrid._id,
        ms: 0,
        code: 'INTERNAL',
        error: describe(error),
      });
    }
  }
  return { regridded };
}
