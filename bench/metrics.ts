import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, instantOf } from '../contract/time';
import type { Call } from '../localcloud/server';
import { fill, serve } from './filled';
import { type Section, type Server, median } from './harness';
import { FIRST, MEASURED, OF_THE_DAY } from './past-city';

const SIZES = [10_000, 1_000_000] as const;
const CALLS = 100;
const RUNS = 30;
const DISTRICT = { person: 'ad-ds-1', orgId: 'ds-tiefeng' } as const;
/** Days of the bigger city that make the two exports. */
const LONG_DAYS = 72;

/**
 * What the manager's pages and the roll-up cost with a little and with a lot of history around them, and what a long file costs in
 * memory against a short one. Both histories are two years of the same communities, written straight into the store.
 */
export async function metricsFigures(functionsDir: string): Promise<Section> {
  const folders = SIZES.map(() => mkdtempSync(join(tmpdir(), 'linli-past-')));
  try {
    folders.forEach((dir, i) => fill(dir, { past: SIZES[i] ?? 0 }));
    const [few, many] = await together(folders, functionsDir);
    const [, big = ''] = folders;
    const short = await exported(big, functionsDir, 1);
    const long = await exported(big, functionsDir, LONG_DAYS);
    const beside = `floor: among ${SIZES[0].toLocaleString('en')}`;
    const against = (name: string, of: (one: Costs) => number, note = '') => ({
      name: `${name}, ${SIZES[1].toLocaleString('en')} cases`,
      value: of(many),
      unit: 'ms',
      floor: of(few),
      ratio: of(many) / of(few),
      limit: '≤ 1.2',
      note: note || beside,
    });
    return {
      title: 'Figures of units: dashboards, roll-ups, exports',
      figures: [
        against('dashboard of a year, district', (one) => one.overview),
        against('review scores of a year, community', (one) => one.scores),
        against(
          `roll-up of one community and day of ${OF_THE_DAY} cases`,
          (one) => one.rollup,
          `${beside}; ${many.rollupCalls} calls, ${few.rollupCalls} among the few`,
        ),
        {
          name: `peak memory of an export of ${long.rows.toLocaleString('en')} rows`,
          value: long.peak,
          unit: 'MB',
          floor: short.peak,
          ratio: long.peak / short.peak,
          limit: '≤ 1.5',
          note: `floor: of ${short.rows.toLocaleString('en')} rows; ${(long.ms / 1000).toFixed(1)} s`,
        },
      ],
    };
  } finally {
    for (const dir of folders) rmSync(dir, { recursive: true, force: true });
  }
}

interface Costs {
  overview: number;
  scores: number;
  rollup: number;
  rollupCalls: number;
}

/** A little after the day's cases were written: each roll-up finds them again. */
const AT = instantOf(MEASURED, '09:02');

/** Both sizes in turns, so that what else the machine does falls on both. */
async function together(folders: string[], functionsDir: string): Promise<[Costs, Costs]> {
  const servers = await Promise.all(folders.map((dir) => serve(dir, functionsDir, AT)));
  try {
    const rollups = servers.map((): number[] => []);
    const overviews = servers.map((): number[] => []);
    const scores = servers.map((): number[] => []);
    const inTurns = async (times: number, kept: number[][], work: (server: Server) => Promise<unknown>) => {
      for (let i = 0; i < times + 3; i += 1)
        for (const [j, server] of servers.entries()) {
          const started = performance.now();
          await work(server);
          // The first are not warm.
          if (i >= 3) kept[j]?.push(performance.now() - started);
        }
    };
    await inTurns(RUNS, rollups, rolledUp);
    const { person, orgId } = DISTRICT;
    await inTurns(CALLS, overviews, (server) => server.ok(person, 'metrics.overview', { orgId }));
    const community = 'cm-xinmin';
    await inTurns(CALLS, scores, (server) => server.ok('ad-cm-1', 'reviews.scores', { orgId: community }));
    const costs = await Promise.all(
      servers.map(async (server, i): Promise<Costs> => ({
        overview: median(overviews[i] ?? []),
        scores: median(scores[i] ?? []),
        rollup: median(rollups[i] ?? []),
        rollupCalls: callsOf(await server.local<Call[]>('calls')),
      })),
    );
    const [few, many] = costs;
    if (!few || !many) throw new Error('two sizes are compared');
    return [few, many];
  } finally {
    for (const server of servers) await server.stop();
  }
}

async function rolledUp(server: Server): Promise<void> {
  const { result } = await server.local<{ result: { ok: boolean; data: Record<string, number> } }>(
    'timers/rollup',
    {},
  );
  if (!result.ok || result.data.found !== OF_THE_DAY || result.data.days !== 1)
    throw new Error(`rollup did something else: ${JSON.stringify(result)}`);
}

/** Reads and writes of the last roll-up. */
function callsOf(calls: Call[]): number {
  const last = calls.findLast((call) => call.function === 'rollup');
  return last ? last.reads + last.writes : 0;
}

/** The list of the cases of some days as Excel, by a cloud that has done little else. */
async function exported(dir: string, functionsDir: string, days: number) {
  const server = await serve(dir, functionsDir, AT);
  try {
    const from = addDays(FIRST, 100);
    const { person, orgId } = DISTRICT;
    const file = (to: string) => server.ok(person, 'metrics.export', { orgId, table: 'cases', from, to });
    // Loaded and warm, for the short one as for the long.
    await file(from);
    const started = performance.now();
    const { rows } = await file(addDays(from, days - 1));
    return { rows, ms: performance.now() - started, peak: await server.peak() };
  } finally {
    await server.stop();
  }
}
