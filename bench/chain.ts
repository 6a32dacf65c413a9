import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, instantOf } from '../contract/time';
import type { Call } from '../localcloud/server';
import { fill, serve } from './filled';
import { type Section, type Server, median, startServer } from './harness';
import { MEASURED } from './past-city';
import { wholeCase } from './story';

/** `CHAIN_CASES=1000000` for the figure that is asked for: the folder takes minutes to fill. */
const SIZES = [10_000, Number(process.env.CHAIN_CASES ?? 100_000)] as const;
const NIGHTS = 7;
/** What happens in a community on a day. */
const CASES = 6;
const LOOKS = 30;
const STORIES = 30;

/**
 * 每日封存: what sealing a day costs among few cases and among many, and what a whole case costs with the chain's indexes and without them: the
 * calls themselves make no other call of the database (`bench/calls.ts`).
 */
export async function chainFigures(functionsDir: string): Promise<Section> {
  const folders = SIZES.map(() => mkdtempSync(join(tmpdir(), 'linli-chain-')));
  try {
    folders.forEach((dir, i) => fill(dir, { past: SIZES[i] ?? 0 }));
    const [few, many] = await nights(folders, functionsDir);
    const [without, chained] = await stories(functionsDir);
    return {
      title: 'The chain: a night, and a day with it',
      figures: [
        {
          name: `sealing a day of all units: ${CASES} cases and ${LOOKS} looks, among ${SIZES[1].toLocaleString('en')} cases`,
          value: many?.ms ?? NaN,
          unit: 'ms',
          floor: few?.ms ?? NaN,
          ratio: (many?.ms ?? NaN) / (few?.ms ?? NaN),
          limit: '≤ 1.2',
          note: `floor: among ${SIZES[0].toLocaleString('en')}; ${many?.calls ?? NaN} calls, ${few?.calls ?? NaN} among the few`,
        },
        {
          name: 'a whole case (7 actions) with the indexes of the chain',
          value: chained ?? NaN,
          unit: 'ms',
          floor: without ?? NaN,
          ratio: (chained ?? NaN) / (without ?? NaN),
          limit: '≤ 1.1',
          note: 'floor: without them; in turns',
        },
      ],
    };
  } finally {
    for (const dir of folders) rmSync(dir, { recursive: true, force: true });
  }
}

/** Both sizes in turns, night by night. */
async function nights(folders: string[], functionsDir: string): Promise<{ ms: number; calls: number }[]> {
  const servers = await Promise.all(
    folders.map((dir) => serve(dir, functionsDir, instantOf(MEASURED, '09:02'))),
  );
  try {
    const spent = servers.map((): number[] => []);
    const calls = servers.map(() => 0);
    for (const server of servers) await counted(server);
    for (let night = 0; night < NIGHTS; night += 1)
      for (const [i, server] of servers.entries()) {
        const day = addDays(MEASURED, night);
        await server.setClock(instantOf(day, '10:00'));
        await aDay(server, night);
        // Figures are counted, and offers lapse, before the night: what is left is the sealing.
        await server.setClock(instantOf(addDays(day, 1), '00:09'));
        await server.local('timers/sweep', {});
        await counted(server);
        await server.setClock(instantOf(addDays(day, 1), '00:55'));
        const started = performance.now();
        calls[i] = await counted(server);
        // The first is not warm.
        if (night > 0) spent[i]?.push(performance.now() - started);
      }
    return spent.map((one, i) => ({ ms: median(one), calls: calls[i] ?? 0 }));
  } finally {
    for (const server of servers) await server.stop();
  }
}

async function aDay(server: Server, night: number): Promise<void> {
  for (let i = 0; i < CASES; i += 1)
    await server.ok('ad-cm-1', 'cases.intake', {
      channel: 'phone',
      name: `何${'一二三四五六七'[night] ?? ''}${'一二三四五六'[i] ?? ''}`,
      phone: `155000${String(night).padStart(2, '0')}${String(i).padStart(3, '0')}`,
      serviceCode: 'disability-certificate',
      mode: 'counter',
      note: '想办残疾证',
    });
  for (let i = 0; i < LOOKS; i += 1) await server.ok('ad-cm-1', 'people.look', { personId: 'rs-01' });
}

/** Runs the roll-up, which seals; gives how often it asked the database. */
async function counted(server: Server): Promise<number> {
  const before = (await server.local<Call[]>('calls')).length;
  await server.local('timers/rollup', {});
  return (await server.local<Call[]>('calls'))
    .slice(before)
    .reduce((sum, { reads, writes, begins, commits }) => sum + reads + writes + begins + commits, 0);
}

async function stories(functionsDir: string): Promise<number[]> {
  const servers = [
    await startServer(functionsDir, '', { isUnchained: true }),
    await startServer(functionsDir, '', {}),
  ];
  try {
    const spent = servers.map((): number[] => []);
    for (const server of servers) await server.local('timers/rollup', {});
    for (let i = 0; i < STORIES + 3; i += 1)
      for (const [j, server] of servers.entries()) {
        const started = performance.now();
        await wholeCase(server, 'disability-certificate');
        if (i >= 3) spent[j]?.push(performance.now() - started);
      }
    return spent.map(median);
  } finally {
    for (const server of servers) await server.stop();
  }
}
