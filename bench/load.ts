import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { root } from '../scripts/stamp';
import type { ActionName } from '../contract/actions';
import type { Call } from '../localcloud/server';
import { type Section, functionsWithBare, median, print, startServer } from './harness';
import { Visitor } from './visitor';

/** Residents who do one thing after the other without a pause, all at once. */
const RESIDENTS = 200;
const SECONDS = 20;
const ALONE = 100;
/** More of them look one after the other, and are watched; between two looks a person reads. Nobody may look without end. */
const WATCHED = 10;
const READS_MS = 20;

const reads = ['catalog.detail', 'cases.detail', 'cases.mine'] as const;

/** How long a resident waits for a page while two hundred others ask at once, against the same without others. */
export async function loadFigures(functionsDir: string, seconds = SECONDS): Promise<Section> {
  const server = await startServer(functionsDir, '', { residents: RESIDENTS + WATCHED });
  // Not what it starts, and the main thread alone.
  const isElsewhere = schedule('-R', '-f', '-p', '1', process.pid);
  // Warm, and then alone: one after the other, each resident once, since nobody may ask without end.
  const [first, second] = [0, ALONE].map((from) =>
    Array.from({ length: ALONE }, (_, i) => new Visitor(server, from + i)),
  ) as [Visitor[], Visitor[]];
  for (const visitor of [...first, ...second]) await visitor.visit();
  const alone = (name: ActionName) => median(second.flatMap(({ taken }) => taken.get(name) ?? []));
  const watched = Array.from({ length: WATCHED }, (_, i) => new Visitor(server, RESIDENTS + i));
  const asked = await Promise.all(watched.map(async (visitor) => ({ visitor, caseId: await visitor.ask() })));

  const others: ChildProcess = fork(join(root, 'bench/load.child.ts'), [server.url, String(RESIDENTS)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(others, 'message');
  schedule('-a', '-i', '-p', '0', others.pid);
  const before = (await server.local<Call[]>('calls')).length;
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until)
    for (const { visitor, caseId } of asked) {
      await visitor.look(caseId);
      await setTimeout(READS_MS);
    }
  const costs = (await server.local<Call[]>('calls'))
    .slice(before)
    .filter(({ action }) => action === 'submit')
    .map(({ reads, writes, begins }) => ({ calls: reads - 1 + writes, begins }));
  const ended = once(others, 'message');
  others.send('end');
  const [submits] = (await ended) as [number[]];
  await server.stop();
  schedule('-o', '-p', '0', process.pid);

  const calls = costs.map((cost) => cost.calls);
  return {
    title: `${RESIDENTS} residents at once for ${seconds} s: each submits, looks, cancels, and begins again; others look${isElsewhere ? '' : ' (their phones share these cores)'}`,
    figures: [
      {
        name: 'cases.submit of the others, median',
        value: median(submits),
        unit: 'ms',
        floor: alone('cases.submit'),
        ratio: median(submits) / alone('cases.submit'),
        note: `p99 ${Math.round(quantile(submits, 0.99))} ms; ${(costs.length / seconds).toFixed(1)} a second; floor: alone`,
      },
      ...reads.map((name) => {
        const taken = watched.flatMap((visitor) => visitor.taken.get(name) ?? []);
        return {
          name: `${name}, p99 of ${taken.length}`,
          value: quantile(taken, 0.99),
          unit: 'ms',
          floor: alone(name),
          ratio: quantile(taken, 0.99) / alone(name),
          limit: '≤ 5',
          note: `median ${median(taken).toFixed(1)} ms; floor: its median alone`,
        };
      }),
      {
        name: 'database calls of a submit among the others, p99',
        value: quantile(calls, 0.99),
        unit: 'calls',
        limit: '≤ 6',
        note: `median ${median(calls)}, most ${Math.max(...calls)}; ${(sum(costs.map(({ begins }) => begins)) / costs.length).toFixed(2)} transactions each`,
      },
    ],
  };
}

/**
 * Phones are not this machine. Those that are watched wait for no core of it, and the others take none that somebody wants; else half of what is
 * measured is who of the measuring gets a core. By the scheduler of Linux, and with the rights for it: elsewhere they share the cores.
 */
const schedule = (...args: (string | number | undefined)[]): boolean =>
  spawnSync('chrt', args.map(String)).status === 0;

const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** `npx tsx bench/load.ts 60`: alone, for as many seconds. */
if (require.main === module)
  void functionsWithBare()
    .then((dir) => loadFigures(dir, Number(process.argv[2] ?? SECONDS)))
    .then(print);
