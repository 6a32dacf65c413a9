import type { Call } from '../localcloud/server';
import { type Section, type Server, startServer } from './harness';
import { wholeCase } from './story';

const CASES = 104;
const TOGETHER = 8;
const BARE_CALLS = 3000;

/** Whole cases a second, in SDK calls, against what the SDK alone can do on the same machine in the same run. */
export async function throughput(functionsDir: string): Promise<Section> {
  const server = await startServer(functionsDir);
  const ceiling = await ceilingOf(server, 'rs-01');

  // Each worker is a resident and asks for an item of its own: they have one open case of an item, and some twenty requests a day.
  const whole = (worker: number) => wholeCase(server, codes[worker] ?? '', `rs-0${worker + 1}`);
  const seconds = await inTurns(CASES, whole);
  const calls = (await server.local<Call[]>('calls')).filter((call) => call.function !== 'bare');
  await server.stop();
  const total = calls.reduce(
    (sum, call) => sum + call.reads + call.writes + call.begins + call.commits + call.aborts,
    0,
  );
  const perSecond = total / seconds;
  return {
    title: `Whole cases through the real SDK against the SDK's ceiling (${TOGETHER} at once)`,
    figures: [
      {
        name: 'whole cases (7 actions)',
        value: CASES / seconds,
        unit: 'cases/s',
        note: `${Math.round(total / CASES)} SDK calls a case`,
      },
      {
        name: 'SDK calls inside cases',
        value: perSecond,
        unit: 'calls/s',
        floor: ceiling,
        ratio: perSecond / ceiling,
        note: 'ratio to the ceiling: 1 is all the SDK can do',
      },
    ],
  };
}

/** What the SDK alone can do: calls a second, eight functions at once. */
export async function ceilingOf(server: Server, person: string): Promise<number> {
  const bare = () => server.post('bare', {}, server.token(person));
  await inTurns(200, bare);
  return BARE_CALLS / (await inTurns(BARE_CALLS, bare));
}

const codes = [
  'policy-consultation',
  'elderly-allowance',
  'minimum-living-allowance',
  'temporary-relief',
  'disability-certificate',
  'daily-errand',
  'senior-preference-card',
  'report-issue',
];

/** Runs `work` `count` times, some at once; gives the seconds it took. */
async function inTurns(count: number, work: (worker: number) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  let left = count;
  await Promise.all(
    Array.from({ length: TOGETHER }, async (_, worker) => {
      while (left > 0) {
        left -= 1;
        await work(worker);
      }
    }),
  );
  return (performance.now() - started) / 1000;
}
