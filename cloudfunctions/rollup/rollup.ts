import type { CaseDoc, MarkDoc, Unit } from '../domain/documents';
import { figuresClosedBefore } from '../domain/privacy/keeping';
import { each } from '../kit/each';
import { find, get, is, put } from '../kit/store';
import { describe, log } from '../kit/log';
import { makeDay } from './day';
import { makeAbove } from './above';
import { discard, discardBooks } from './discard';
import { seal } from './seal';
import { discardUploads } from './uploads';

const BATCH = 100;
/** Days of communities that one portion counts, with the sums above them. */
const PORTION = 50;
/** Real time, inside the 20 seconds that a function has: no portion begins that would not end within it. */
const BUDGET_MS = 15_000;
/** What sealing has before it. */
const SEAL_MS = 3_000;
/** A write carries the instant at which it began: it may come to light this much later, and so is looked for again. */
const OVERLAP_MS = 5 * 60_000;

/**
 * Makes the roll-ups anew of all days that a changed case counts on, or counted on before: portion by portion, and after each is
 * written how far the cases were read. Fired late, twice, overlapping or after a crash half way, the end is the same: each day is
 * counted whole from its cases. What the time is too short for is the next run's.
 */
export async function rollup(now: number): Promise<Record<string, number>> {
  const begun = performance.now();
  const sealed = await apart('seal', now, () => seal(now, () => performance.now() - begun < SEAL_MS));
  const started = performance.now();
  const mark: MarkDoc = (await get('marks', 'rollup')) ?? { _id: 'rollup', at: 0, id: '' };
  const began = mark.began ?? now;
  const made = new Set<string>();
  const counts = { found: 0, days: 0, above: 0, failed: 0, discarded: 0 };
  // A clock that went back must not leave what is written since unread; what a run did not come to the end of goes on.
  const recent = { at: now - OVERLAP_MS, id: '' };
  const goesOn = mark.began !== undefined && mark.began <= now;
  let read: Pick<MarkDoc, 'at' | 'id'> = goesOn || mark.at <= recent.at ? mark : recent;
  let longest = 0;
  const closed = figuresClosedBefore(now);
  for (let isDone = false; !isDone && performance.now() - started + longest < BUDGET_MS;) {
    const begins = performance.now();
    const cases = await changedAfter(read);
    const { days, taken } = portionOf(cases, made, closed);
    await each(days, ([key, unit]) => makeDay(key, unit, now));
    counts.found += taken.length;
    counts.days += days.size;
    counts.above += await makeAbove([...days], now);
    for (const key of days.keys()) made.add(key);
    const last = taken.at(-1);
    if (last) read = { at: last.touchedAt, id: last._id };
    isDone = taken.length === cases.length && cases.length < BATCH;
    await put(
      'marks',
      isDone ? { _id: 'rollup', at: began - OVERLAP_MS, id: '' } : { _id: 'rollup', ...read, began },
    );
    longest = Math.max(longest, performance.now() - begins);
  }
  const discarded = await apart('discard', now, async () => ({
    discarded: (await discard(now)) + (await discardBooks(now)) + (await discardUploads(now)),
  }));
  counts.failed = Number(sealed === undefined) + Number(discarded === undefined);
  return { ...counts, ...sealed, ...discarded };
}

/** What must not keep the figures from being right where it fails: a file stays another minute, a day is closed later. */
async function apart(
  action: string,
  now: number,
  work: () => Promise<Record<string, number>>,
): Promise<Record<string, number> | undefined> {
  try {
    return await work();
  } catch (error) {
    const line = { function: 'rollup', action, requestId: `rollup-${now}`, ms: 0, code: 'INTERNAL' };
    log({ ...line, error: describe(error) });
    return undefined;
  }
}

/** The first of these cases, one at least, with the days of theirs that were not made yet and are not closed. */
function portionOf(
  cases: readonly CaseDoc[],
  made: ReadonlySet<string>,
  closed: string,
): { days: Map<string, Unit>; taken: CaseDoc[] } {
  const days = new Map<string, Unit>();
  const taken: CaseDoc[] = [];
  for (const kase of cases) {
    const more = daysOf(kase).filter(([key]) => dayIn(key) >= closed && !made.has(key) && !days.has(key));
    if (days.size > 0 && days.size + more.length > PORTION) break;
    for (const [key, unit] of more) days.set(key, unit);
    taken.push(kase);
  }
  return { days, taken };
}

/** The next cases in the order they changed. */
function changedAfter({ at, id }: Pick<MarkDoc, 'at' | 'id'>): Promise<CaseDoc[]> {
  const past = is.or([{ touchedAt: is.gt(at) }, { touchedAt: at, _id: is.gt(id) }]);
  return find('cases', is.and([{ touchedAt: is.gte(at) }, past]), {
    orderBy: [
      ['touchedAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: BATCH,
    only: ['touchedAt', 'countedOn', 'unit'],
  });
}

/** `2026-11-23` of `cm-xinmin:2026-11-23`. */
const dayIn = (key: string): string => key.slice(key.lastIndexOf(':') + 1);

/** The roll-ups that a case is in: of its own community, or of one that it was moved from. */
function daysOf({ countedOn, unit }: CaseDoc): [key: string, unit: Unit][] {
  const { grid: _, ...above } = unit;
  return countedOn.map((key) => [key, { ...above, community: key.slice(0, key.lastIndexOf(':')) }]);
}
