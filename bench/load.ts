import type { ActionName, Input } from '../contract/actions';
import type { Call } from '../localcloud/server';
import { nameOf } from './crowd';
import { type Section, type Server, functionsWithBare, median, print, startServer } from './harness';

/** Residents who do one thing after the other without a pause, all at once. */
const RESIDENTS = 200;
const SECONDS = 20;
const ALONE = 100;

const items = [
  'disability-certificate',
  'elderly-allowance',
  'minimum-living-allowance',
  'temporary-relief',
  'policy-consultation',
  'senior-preference-card',
];
const reads = ['catalog.detail', 'cases.detail', 'cases.mine'] as const;

/** How long each action takes while all residents ask at once, against a read without other callers. */
export async function loadFigures(functionsDir: string, seconds = SECONDS): Promise<Section> {
  const server = await startServer(functionsDir, '', { residents: RESIDENTS });
  const taken = new Map<ActionName, number[]>();
  const timed = async <N extends ActionName>(i: number, name: N, input: Input<N>) => {
    const started = performance.now();
    const answer = await server.ok(nameOf(i), name, input);
    taken.set(name, [...(taken.get(name) ?? []), performance.now() - started]);
    return answer;
  };
  // Warm, and then alone: one after the other.
  for (let i = 0; i < ALONE / 2; i += 1) await visit(server, i, timed);
  taken.clear();
  for (let i = 0; i < ALONE; i += 1) await visit(server, i, timed);
  const alone = new Map(taken);
  taken.clear();

  const everybody = async (seconds: number) => {
    const until = performance.now() + seconds * 1000;
    const visits = async (_: unknown, i: number) => {
      while (performance.now() < until) await visit(server, i, timed);
    };
    await Promise.all(Array.from({ length: RESIDENTS }, visits));
  };
  // Until all instances that they need have started.
  await everybody(1);
  taken.clear();
  const before = (await server.local<Call[]>('calls')).length;
  await everybody(seconds);
  const submits = (await server.local<Call[]>('calls'))
    .slice(before)
    .filter(({ action }) => action === 'submit');
  await server.stop();

  const aloneOf = (name: ActionName) => median(alone.get(name) ?? []);
  const underLoad = (name: ActionName, share: number) => quantile(taken.get(name) ?? [], share);
  const costs = submits.map((call) => call.reads - 1 + call.writes);
  return {
    title: `${RESIDENTS} residents at once for ${seconds} s: each submits, looks, cancels, and begins again`,
    figures: [
      {
        name: 'cases.submit, median',
        value: underLoad('cases.submit', 0.5),
        unit: 'ms',
        floor: aloneOf('cases.submit'),
        ratio: underLoad('cases.submit', 0.5) / aloneOf('cases.submit'),
        note: `p99 ${Math.round(underLoad('cases.submit', 0.99))} ms; ${(submits.length / seconds).toFixed(1)} a second; floor: alone`,
      },
      ...reads.map((name) => ({
        name: `${name}, p99`,
        value: underLoad(name, 0.99),
        unit: 'ms',
        floor: aloneOf(name),
        ratio: underLoad(name, 0.99) / aloneOf(name),
        limit: '≤ 5',
        note: `median ${Math.round(underLoad(name, 0.5))} ms; floor: its median alone`,
      })),
      {
        name: 'database calls of a submit among the others, p99',
        value: quantile(costs, 0.99),
        unit: 'calls',
        limit: '≤ 6',
        note: `median ${median(costs)}, most ${Math.max(...costs)}; ${(sum(submits.map((call) => call.begins)) / submits.length).toFixed(2)} transactions each`,
      },
    ],
  };
}

type Timed = <N extends ActionName>(i: number, name: N, input: Input<N>) => Promise<unknown>;

/** A resident asks for something, looks what becomes of it, and takes it back: they may ask again, and no agent fills up. */
async function visit(server: Server, i: number, timed: Timed): Promise<void> {
  const serviceCode = items[i % items.length] ?? '';
  const { caseId } = (await timed(i, 'cases.submit', {
    serviceCode,
    mode: 'counter',
    note: '帮我办',
  })) as { caseId: string };
  await timed(i, 'cases.detail', { caseId });
  await timed(i, 'cases.mine', {});
  await timed(i, 'catalog.detail', { code: serviceCode });
  await server.ok(nameOf(i), 'cases.cancel', { caseId });
}

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
