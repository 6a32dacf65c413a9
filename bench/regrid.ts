import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshId } from '../demo/client';
import { MONDAY } from '../demo/cloud';
import { fill, serve } from './filled';
import { type Section, type Server, median } from './harness';

/** Over the demo's three communities, all in one grid of each. */
const SIZES = [3_000, 30_000] as const;
const ROUNDS = 3;
const FROM = 'cm-xinmin';
const INTO = 'cm-zhongdong';

/** 重划网格 and 撤并: what one household costs where many go against where few do. */
export async function regridFigures(functionsDir: string): Promise<Section> {
  const taken = SIZES.map(() => ({ regrid: [] as number[], merge: [] as number[] }));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, gridded] of SIZES.entries()) {
      const dir = mkdtempSync(join(tmpdir(), 'linli-regrid-'));
      fill(dir, { gridded });
      const server = await serve(dir, functionsDir, MONDAY);
      const { regrid, merge } = await measured(server);
      taken[at]?.regrid.push(regrid);
      taken[at]?.merge.push(merge);
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    }
  const [few, many] = taken;
  const figure = (name: string, of: 'regrid' | 'merge') => {
    const [floor, value] = [median(few?.[of] ?? []), median(many?.[of] ?? [])];
    return { name, value, unit: 'ms', floor, ratio: value / floor, limit: '≤ 1.5', note: 'floor: 1,000' };
  };
  return {
    title: 'Moving households, a thousand of them',
    figures: [
      figure('from one grid into another, of 10,000', 'regrid'),
      figure('a community into another, of 10,000', 'merge'),
    ],
  };
}

/** Real time of each for a thousand residents. A call that had no more time is asked again, as the timer would go on. */
async function measured(server: Server): Promise<{ regrid: number; merge: number }> {
  const moves = [{ grid: 'g-xm-1', to: 'g-xm-2' }];
  const input = { do: 'merge', orgId: FROM, into: INTO } as const;
  return {
    regrid: await timed(async () => {
      const done = await server.ok('ad-cm-1', 'units.regrid', { from: '2026-11-23', moves, dryRun: false });
      return done.residents;
    }),
    merge: await timed(async () => {
      const id = freshId();
      for (;;) {
        const { goes } = await server.ok('ad-st-1', 'units.change', input, id);
        if (goes?.isDone) return goes.residents;
      }
    }),
  };
}

async function timed(work: () => Promise<number>): Promise<number> {
  const started = performance.now();
  const residents = await work();
  return ((performance.now() - started) / residents) * 1000;
}
