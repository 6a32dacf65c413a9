import { dayOf, instantOf } from '../../../contract/time';
import { openedChain, turnedBack } from '../../domain/chain/head';
import type { ChainDoc, OrgDoc } from '../../domain/documents';
import { NEVER } from '../../domain/case/settle';
import { aboveOf } from '../../domain/units/tree';
import { describe, log } from '../../kit/log';
import { inHundreds } from '../../kit/page';
import { org } from '../../kit/reference';
import { add, find, get, is, put, updateOne } from '../../kit/store';
import { sealDay } from './day';

const BATCH = 100;

/**
 * 每日封存: closes the days that are over, those of communities before those of the units above them, each day of a long pause by itself.
 * Nobody waits for it; what the time is too short for is the next run's.
 */
export async function seal(now: number, hasTime: () => boolean): Promise<Record<string, number>> {
  const counts = { sealed: 0, closed: 0, unsealed: 0 };
  const mark = await get('marks', 'seal');
  // Once a day, before the first unit's day is closed: a unit that is new has its first day with the others.
  if (mark === undefined || mark.at < instantOf(dayOf(now)) || mark.at > now) {
    await openChains(now);
    await put('marks', { _id: 'seal', at: now, id: '' });
  }
  const failed = new Set<string>();
  for (let hasBegun = false; !hasBegun || hasTime();) {
    const due = await find(
      'chains',
      is.or([{ dueAt: is.lte(now) }, { sealedAt: is.gt(now) }]),
      // The lowest day first, of one day the communities first.
      { orderBy: [['dueAt', 'asc']], limit: BATCH },
    );
    const left = due.filter(({ _id }) => !failed.has(_id));
    const [first] = left;
    if (!first) break;
    const oldest = await oldestSince();
    // What is due for another day comes after all others have had this one.
    for (const chain of left.filter(({ day }) => day === first.day)) {
      if (hasBegun && !hasTime()) break;
      hasBegun = true;
      try {
        const { added, isClosed } = await oneOf(chain, { oldest, now, hasTime });
        counts.sealed += added;
        counts.closed += Number(isClosed);
      } catch (error) {
        // One unit that cannot be sealed must not keep the others from it.
        failed.add(chain._id);
        counts.unsealed += 1;
        const line = { function: 'rollup', action: 'seal', requestId: `rollup-${now}`, ms: 0 };
        log({ ...line, code: 'INTERNAL', error: describe(error) });
      }
    }
  }
  return counts;
}

async function oneOf(
  chain: ChainDoc,
  run: { oldest: number; now: number; hasTime: () => boolean },
): Promise<{ added: number; isClosed: boolean }> {
  const { _id, sealedAt } = chain;
  const unit = await org(_id);
  const isTurned = sealedAt > run.now;
  if (unit && !isTurned) return sealDay(chain, unit, run);
  // A unit that is gone (an import was taken back) has no more days.
  const change = unit ? turnedBack(chain, unit.tier, run.now) : { dueAt: NEVER, sealedAt: run.now };
  await updateOne('chains', { _id, sealedAt }, change);
  return { added: 0, isClosed: false };
}

/** From when on some unit has not looked yet. */
async function oldestSince(): Promise<number> {
  const [first] = await find('chains', { since: is.gte(0) }, { orderBy: [['since', 'asc']], limit: 1 });
  return first?.since ?? 0;
}

/** Gives each unit its chain, and says where it stands now. Grids have none: what is theirs is in their community's. */
async function openChains(now: number): Promise<void> {
  const [first] = await find('chains', { since: is.gte(0) }, { orderBy: [['since', 'asc']], limit: 1 });
  for await (const units of inHundreds('orgs', { tier: is.in(['community', 'street', 'district']) })) {
    const ids = units.map(({ _id }) => _id);
    if (ids.length === 0) return;
    const found = await find('chains', { _id: is.in(ids) }, { orderBy: [['_id', 'asc']], limit: BATCH });
    const known = new Map(found.map((chain) => [chain._id, chain]));
    for (const unit of units) await openOne(unit, known.get(unit._id), first, now);
  }
}

async function openOne(unit: OrgDoc, chain: ChainDoc | undefined, first: ChainDoc | undefined, now: number) {
  const above = aboveOf(unit);
  if (!chain) {
    const opened = openedChain(unit, now, first);
    await add('chains', opened);
  } else if (chain.above !== above) await updateOne('chains', { _id: unit._id }, { above });
}
