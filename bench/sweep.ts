import type { Reply } from '../contract/actions';
import type { Call } from '../localcloud/server';
import { type Section, startServer } from './harness';

const DUE = 1000;
const SIZES = [10_000, 100_000];
/** A run of `sweep` stops by itself after some seconds; no heap of due cases takes so many runs. */
const RUNS = 60;

/**
 * The real `sweep` over `DUE` offers that lapsed, each moving on to the next agent, among few and among many open cases:
 * the same streets, the same due cases, ten times the city around them.
 */
export async function sweepFigures(functionsDir: string): Promise<Section> {
  const taken = [];
  for (const open of SIZES) taken.push(await swept(functionsDir, open));
  const [few, many] = taken;
  if (!few || !many) throw new Error('two sizes are compared');
  return {
    title: `Sweep with ${DUE} offers lapsed among ${SIZES.map((size) => size.toLocaleString('en')).join(' and ')} open cases`,
    figures: [
      {
        name: `${DUE} due among ${SIZES[1]?.toLocaleString('en') ?? ''}`,
        value: many.ms,
        unit: 'ms',
        floor: few.ms,
        ratio: many.ms / few.ms,
        limit: '≤ 1.2',
        note: `floor: the same among ${SIZES[0]?.toLocaleString('en') ?? ''}; in ${many.runs} runs`,
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

async function swept(functionsDir: string, open: number) {
  const server = await startServer(functionsDir, '', { open, due: DUE });
  // Warm: an instance that has handled nothing yet loads the tree first, in either size.
  await server.ok('rs-01', 'account.session', {});
  const known = (await server.local<Call[]>('calls')).length;
  const total = { ms: 0, runs: 0, cases: 0 };
  for (; total.runs < RUNS; total.runs += 1) {
    const started = performance.now();
    const { result } = await server.local<{ result: Reply<Record<string, number>> }>('timers/sweep', {});
    if (!result.ok || result.data.failed) throw new Error(`sweep failed: ${JSON.stringify(result)}`);
    if (!result.data.found) break;
    total.ms += performance.now() - started;
    total.cases += (result.data.changed ?? 0) + (result.data.offered ?? 0);
  }
  const calls = (await server.local<Call[]>('calls')).slice(known);
  server.stop();
  const sum = (of: (call: Call) => number) => calls.reduce((all, call) => all + of(call), 0);
  return {
    ...total,
    calls: sum((call) => call.reads + call.writes),
    transactions: sum((call) => call.begins + call.commits + call.aborts),
  };
}
