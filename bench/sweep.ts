import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reply } from '../contract/actions';
import type { Call } from '../localcloud/server';
import { MONDAY } from '../demo/cloud';
import { fill, serve } from './filled';
import type { Section } from './harness';

const DUE = 1000;
const SIZES = [10_000, 100_000] as const;
/** Forth and back, so that what else the machine does falls on both. */
const ORDER = [0, 1, 1, 0] as const;
/** A run of `sweep` stops by itself after some seconds; no heap of due cases takes so many runs. */
const RUNS = 60;

/**
 * The real `sweep` over `DUE` offers that lapsed, each moving on to the next agent, among few and among many open cases:
 * the same streets, the same due cases, ten times the city around them.
 */
export async function sweepFigures(functionsDir: string): Promise<Section> {
  const folders = SIZES.map(() => mkdtempSync(join(tmpdir(), 'linli-open-')));
  const sums = SIZES.map(() => ({ ms: 0, runs: 0, cases: 0, calls: 0, transactions: 0 }));
  try {
    folders.forEach((dir, i) => fill(dir, { open: SIZES[i] ?? 0, due: DUE }));
    for (const i of ORDER) add(sums[i], await swept(functionsDir, folders[i] ?? ''));
  } finally {
    for (const dir of folders) rmSync(dir, { recursive: true, force: true });
  }
  const [few, many] = sums;
  if (!few || !many) throw new Error('two sizes are compared');
  return {
    title: `Sweep with ${DUE} offers lapsed among ${SIZES.map((size) => size.toLocaleString('en')).join(' and ')} open cases`,
    figures: [
      {
        name: `a case of ${DUE} due among ${SIZES[1].toLocaleString('en')}`,
        value: many.ms / many.cases,
        unit: 'ms',
        floor: few.ms / few.cases,
        ratio: many.ms / many.cases / (few.ms / few.cases),
        limit: '≤ 1.2',
        note: `floor: the same among ${SIZES[0].toLocaleString('en')}; twice each, in ${many.runs} runs`,
      },
      {
        name: 'an offer that lapses and moves on',
        value: many.calls / many.cases,
        unit: 'calls',
        limit: '≤ 6',
        note: `leases shared out; ${(many.transactions / many.cases).toFixed(1)} to begin and commit`,
      },
      {
        name: 'cases moved on or tried',
        value: many.cases,
        unit: 'cases',
        note: `${few.cases} among the few`,
      },
    ],
  };
}

interface Swept {
  ms: number;
  runs: number;
  cases: number;
  calls: number;
  transactions: number;
}

function add(sum: Swept | undefined, one: Swept): void {
  if (sum) for (const key of Object.keys(one) as (keyof Swept)[]) sum[key] += one[key];
}

/** Sweeps a copy of a filled folder until all that was due is done. */
async function swept(functionsDir: string, filled: string): Promise<Swept> {
  const dir = mkdtempSync(join(tmpdir(), 'linli-sweep-'));
  cpSync(filled, dir, { recursive: true });
  const server = await serve(dir, functionsDir, MONDAY);
  // Warm: an instance that has handled nothing yet loads the tree first, in either size.
  await server.ok('rs-01', 'account.session', {});
  const known = (await server.local<Call[]>('calls')).length;
  const total = { ms: 0, runs: 0, cases: 0 };
  for (; total.cases < DUE; total.runs += 1) {
    if (total.runs === RUNS) throw new Error(`${total.cases} of ${DUE} after ${RUNS} runs`);
    // What a run of before leased and did not reach is due again two minutes later.
    await server.setClock(MONDAY + total.runs * 3 * 60_000);
    const started = performance.now();
    const { result } = await server.local<{ result: Reply<Record<string, number>> }>('timers/sweep', {});
    if (!result.ok || result.data.failed) throw new Error(`sweep failed: ${JSON.stringify(result)}`);
    total.ms += performance.now() - started;
    total.cases += (result.data.changed ?? 0) + (result.data.offered ?? 0);
  }
  const calls = (await server.local<Call[]>('calls')).slice(known);
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
  const sum = (of: (call: Call) => number) => calls.reduce((all, call) => all + of(call), 0);
  return {
    ...total,
    calls: sum((call) => call.reads + call.writes),
    transactions: sum((call) => call.begins + call.commits + call.aborts),
  };
}
