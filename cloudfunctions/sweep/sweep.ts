import type { CaseDoc } from '../domain/documents';
import { publishedUntil } from '../domain/time/holidays';
import { photosGone } from '../domain/case/photos';
import { settle } from '../domain/case/settle';
import { recomputed, wake, wantsAgent } from '../domain/case/wake';
import { Street, place } from '../kit/dispatch';
import { follow } from '../kit/follow';
import { describe, log } from '../kit/log';
import { hoursOf } from '../kit/reference';
import { remove } from '../kit/storage';
import { find, is, updateMany } from '../kit/store';
import { replace } from '../kit/write';
import { handOver } from './looks';

/** As many as one read gives and one run of a few seconds handles. */
const BATCH = 50;
/** Longer than a run may take: after it another run may take over what a crash left. */
const LEASE_MS = 2 * 60_000;
/** Real time, inside the 20 seconds that a function has; what is left is the next run's. */
const BUDGET_MS = 12_000;

/**
 * Everything that time alone does to cases: offers lapse, cards are shown, escalations go up, pauses end, cases without an
 * agent are given out again. Fired late, twice, overlapping or after a crash half way, the end state is the same: a run
 * leases what is due, and each case is written once, and only if no other request wrote it meanwhile.
 */
export async function sweep(now: number): Promise<Record<string, number>> {
  const run = new Run(now);
  const started = performance.now();
  while (performance.now() - started < BUDGET_MS) {
    const due = await lease({ wakeAt: is.lte(now) }, run);
    for (const kase of due) {
      // Leased cases that this run does not reach are done once their lease is over.
      if (performance.now() - started > BUDGET_MS) break;
      await run.handle(kase, (one) => run.wake(one));
    }
    if (due.length < BATCH) break;
  }
  const published = await find(
    'cases',
    { provisionalYear: is.lte(publishedUntil) },
    { orderBy: [['provisionalYear', 'asc']], limit: BATCH },
  );
  for (const kase of published) await run.handle(kase, (one) => run.recompute(one));
  return run.counts;
}

/** The cases that are due and that no other run has, the oldest first. */
async function lease(query: { wakeAt: unknown }, { now, id, counts }: Run): Promise<CaseDoc[]> {
  const found = await find('cases', query, { orderBy: [['wakeAt', 'asc']], limit: BATCH });
  counts.found += found.length;
  if (found.length === 0) return [];
  const ids = found.map((kase) => kase._id);
  const leased = await updateMany(
    'cases',
    { ...query, _id: is.in(ids) },
    { wakeAt: now + LEASE_MS, sweptBy: id },
  );
  const mine =
    leased === found.length
      ? found
      : await find('cases', { sweptBy: id }, { orderBy: [['submittedAt', 'asc']], limit: BATCH });
  counts.leased += mine.length;
  return mine.sort((a, b) => a.submittedAt - b.submittedAt);
}

class Run {
  readonly id: string;
  readonly counts = { found: 0, leased: 0, changed: 0, offered: 0, moved: 0, failed: 0 };
  private readonly streets = new Map<string, Street>();

  constructor(readonly now: number) {
    this.id = `sweep-${now}-${Math.random().toString(36).slice(2, 10)}`;
  }

  /** One case must not keep the others from their turn: a fault is logged, and its lease runs out. */
  async handle(kase: CaseDoc, work: (kase: CaseDoc) => Promise<CaseDoc | undefined>): Promise<void> {
    try {
      const written = await work(kase);
      if (!written) this.counts.moved += 1;
      else if (written !== kase && written.events.at(-1)?.do === 'offer') this.counts.offered += 1;
      else this.counts.changed += 1;
    } catch (error) {
      this.counts.failed += 1;
      log({
        function: 'sweep',
        action: 'case',
        requestId: this.id,
        ms: 0,
        code: 'INTERNAL',
        error: describe(error),
      });
    }
  }

  async wake(kase: CaseDoc): Promise<CaseDoc | undefined> {
    const when = { at: this.now, requestId: this.id };
    const due = wake(kase, await hoursOf(kase.unit.community), when);
    const followed = await follow(due, (one) => this.street(one), when);
    const woken = await handOver(followed, this.now);
    if (wantsAgent(woken, this.now)) return place(kase, woken, this.street(woken), when);
    // Nothing was due after all: the lease is given back.
    const next = woken === kase ? settle(kase, this.now) : woken;
    // Before it is written that they are gone: a run that is killed between leaves none that nobody knows of.
    await remove(photosGone(kase, next));
    return (await replace(kase, next)) ? next : undefined;
  }

  async recompute(kase: CaseDoc): Promise<CaseDoc | undefined> {
    const when = { at: this.now, requestId: this.id };
    const next = recomputed(kase, await hoursOf(kase.unit.community), when);
    return next === kase || (await replace(kase, next)) ? next : undefined;
  }

  private street({ unit }: CaseDoc): Street {
    const fresh = new Street(unit, this.now);
    const known = this.streets.get(fresh.id) ?? fresh;
    this.streets.set(fresh.id, known);
    return known;
  }
}
