import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MONDAY } from '../demo/cloud';
import { fill, serve } from './filled';
import { type Section, median } from './harness';

const SIZES = [2_000, 200_000] as const;
const ROUNDS = 120;
/** One search of each kind; each finds a whole page of hits, or a single one, in either size. */
const ASKED = { name: '王', number: '15500000042', door: '小区3号楼2单元' };

/** `people.find` of a whole district, among many residents against among few: both sizes are asked forth and back. */
export async function peopleFigures(functionsDir: string): Promise<Section> {
  const folders = SIZES.map((residents) => {
    const dir = mkdtempSync(join(tmpdir(), 'linli-people-'));
    fill(dir, { residents });
    return dir;
  });
  const servers = await Promise.all(folders.map((dir) => serve(dir, functionsDir, MONDAY)));
  const taken = servers.map((): Record<string, number[]> => ({}));
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = round % 2 === 0 ? [0, 1] : [1, 0];
    for (const [kind, text] of Object.entries(ASKED))
      for (const at of order) {
        const started = performance.now();
        await servers[at]?.ok('ad-ds-1', 'people.find', { orgId: 'ds-tiefeng', text });
        (taken[at] ??= {})[kind] = [...(taken[at]?.[kind] ?? []), performance.now() - started];
      }
  }
  for (const server of servers) await server.stop();
  for (const dir of folders) rmSync(dir, { recursive: true, force: true });
  return {
    title: 'Finding people of a district, median',
    figures: Object.keys(ASKED).map((kind) => {
      const [floor = Number.NaN, value = Number.NaN] = taken.map((of) => median(of[kind] ?? []));
      return {
        name: `people.find by ${kind}, among 200,000`,
        value,
        unit: 'ms',
        floor,
        ratio: value / floor,
        limit: '≤ 1.2',
        note: 'floor: among 2,000',
      };
    }),
  };
}
