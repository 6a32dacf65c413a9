import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MONDAY } from '../demo/cloud';
import { STREET_OF } from './booked';
import { fill, serve } from './filled';
import type { Section } from './harness';

const SIZES = [100, 10_000] as const;
const WARM = 20;
const ROUNDS = 120;

/**
 * 时段 of a street of 100 agents for 14 days, with many appointments in them against few: both sizes are asked forth and back, and what
 * counts is the processor's time, which a busy machine does not change.
 */
export async function slotFigures(functionsDir: string): Promise<Section> {
  const folders = SIZES.map((booked) => {
    const dir = mkdtempSync(join(tmpdir(), 'linli-slots-'));
    fill(dir, { booked });
    return dir;
  });
  const servers = await Promise.all(folders.map((dir) => serve(dir, functionsDir, MONDAY)));
  const wish = { orgId: STREET_OF, serviceCode: 'disability-certificate', mode: 'home-visit' } as const;
  const ask = async (rounds: number) => {
    for (let round = 0; round < rounds; round += 1)
      for (const at of round % 2 === 0 ? [0, 1] : [1, 0]) await servers[at]?.ok('rs-01', 'cases.slots', wish);
    return Promise.all(servers.map((server) => server.spent()));
  };
  const before = await ask(WARM);
  const after = await ask(ROUNDS);
  for (const server of servers) await server.stop();
  for (const dir of folders) rmSync(dir, { recursive: true, force: true });
  const [floor = Number.NaN, value = Number.NaN] = after.map(
    (spent, i) => (spent - (before[i] ?? 0)) / ROUNDS,
  );
  return {
    title: 'The free hours of a street for 14 days, 100 agents, processor time',
    figures: [
      {
        name: 'cases.slots, 10,000 appointments',
        value,
        unit: 'ms',
        floor,
        ratio: value / floor,
        limit: '≤ 1.2',
        note: 'floor: 100 appointments',
      },
    ],
  };
}
