import type { CaseDoc, MarkDoc, Unit } from '../domain/documents';
import { find, get, is, put } from '../kit/store';
import { describe, log } from '../kit/log';
import { makeDay } from './day';
import { makeAbove } from './above';
import { discard } from './discard';

const BATCH = 100;
/** Real time, inside the 20 seconds that a function has; the sums above take the rest. */
const BUDGET_MS = 10_000;
/** A write carries the instant at which it began: it may come to light this much later, and so is looked for again. */
const OVERLAP_MS = 5 * 60_000;

/**
 * Makes the roll-ups anew of all days that a changed case counts on, or counted on before. Fired late, twice,
 * overlapping or after a crash half way, the end is the same: each day is counted whole from its cases, and how far the
 * cases were read is written last.
 */
export async function rollup(now: number): Promise<Record<string, number>> {
  const started = performance.now();
  const mark: MarkDoc = (await get('marks', 'rollup')) ?? { _id: 'rollup', at: 0, id: '' };
  const began = mark.began ?? now;
  const days = new Map<string, Unit>();
  const counts = { found: 0, days: 0, above: 0, failed: 0, discarded: 0 };
  // A clock that went back must not leave what is written since unread.
  const recent = { at: now - OVERLAP_MS, id: '' };
  let read: Pick<MarkDoc, 'at' | 'id'> = mark.at > recent.at ? recent : mark;
  let isDone = false;
  while (!isDone && performance.now() - started < BUDGET_MS) {
    const cases = await changedAfter(read);
    counts.found += cases.length;
    for (const [key, unit] of cases.flatMap(daysOf)) {
      if (days.has(key)) continue;
      days.set(key, unit);
      await makeDay(key, unit, now);
    }
    const last = cases.at(-1);
    if (last) read = { at: last.touchedAt, id: last._id };
    isDone = cases.length < BATCH;
  }
  counts.days = days.size;
  counts.above = await makeAbove([...days], now);
  await put(
    'marks',
    isDone ? { _id: 'rollup', at: began - OVERLAP_MS, id: '' } : { _id: 'rollup', ...read, began },
  );
  try {
    counts.discarded = await discard(now);
  } catch (error) {
    // A file that stays another minute must not keep the figures from being right.
    counts.failed += 1;
    log({
      function: 'rollup',
      action: 'discard',
      requestId: `rollup-${now}`,
      ms: 0,
      code: 'INTERNAL',
      error: describe(error),
    });
  }
  return counts;
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

/** The roll-ups that a case is in: of its own community, or of one that it was moved from. */
function daysOf({ countedOn, unit }: CaseDoc): [key: string, unit: Unit][] {
  const { grid: _, ...above } = unit;
  return countedOn.map((key) => [key, { ...above, community: key.slice(0, key.lastIndexOf(':')) }]);
}
