import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MONDAY } from '../demo/cloud';
import type { Call } from '../localcloud/server';
import { putFile, sheetOf } from '../tests/support/sheet';
import { fill, serve } from './filled';
import { type Section, type Server, median } from './harness';
import { residents } from './residents';
import { ceilingOf } from './throughput';

const FEW = 1_000;
const MANY = 20_000;
const CLERK = 'ad-cm-1';
const orgId = 'cm-xinmin';
/** So often another person reads while the import runs; each is one of eight, as the brakes allow. */
const READ_EVERY_MS = 200;
const READS_ALONE = 40;

/**
 * 20,000 residents of a spreadsheet: rows a second, in SDK calls against what the SDK alone can do; memory against that of a file of 1,000 in an
 * empty register; and how long a resident's page waits for its list meanwhile.
 */
export async function importFigures(functionsDir: string): Promise<Section> {
  const few = await imported(functionsDir, FEW);
  const many = await imported(functionsDir, MANY);
  const { seconds, calls, alone, meanwhile, ceiling } = many;
  return {
    title: `An import of ${MANY.toLocaleString('en')} residents`,
    figures: [
      {
        name: 'rows of it, with reading the file in each portion',
        value: MANY / seconds,
        unit: 'rows/s',
        note: `${(calls / MANY).toFixed(1)} SDK calls a row; ${seconds.toFixed(0)} s in all`,
      },
      {
        name: 'SDK calls inside it',
        value: calls / seconds,
        unit: 'calls/s',
        floor: ceiling,
        ratio: calls / seconds / ceiling,
        note: 'ratio to the ceiling: 1 is all the SDK can do',
      },
      {
        name: 'peak memory of the cloud',
        value: many.peak,
        unit: 'MB',
        floor: few.peak,
        ratio: many.peak / few.peak,
        limit: '≤ 1.5',
        note: `floor: a file of ${FEW.toLocaleString('en')} rows in an empty register`,
      },
      {
        name: 'cases.mine of a resident meanwhile, median',
        value: median(meanwhile),
        unit: 'ms',
        floor: median(alone),
        ratio: median(meanwhile) / median(alone),
        note: `floor: alone; ${meanwhile.length} reads, the slowest ${Math.round(Math.max(...meanwhile))} ms`,
      },
    ],
  };
}

/** A file of so many residents, by a cloud that has done nothing else, while residents look at their lists. */
async function imported(functionsDir: string, rows: number) {
  const dir = mkdtempSync(join(tmpdir(), 'linli-import-'));
  fill(dir, { residents: 0 });
  const server = await serve(dir, functionsDir, MONDAY);
  try {
    const fileId = await putFile(server, CLERK, await fileOf(rows));
    const start = (dryRun: boolean) =>
      server.ok(CLERK, 'imports.start', { table: 'residents', orgId, fileId, dryRun });
    // Loaded and warm, for the short one as for the long.
    await start(true);
    const alone: number[] = [];
    while (alone.length < READS_ALONE) alone.push(await readOnce(server, alone.length));
    const before = callsOf(await server.local<Call[]>('calls'));
    const reading = { isOver: false };
    const reads = readUntil(server, reading);
    const started = performance.now();
    let answer = await start(false);
    while (answer.state === 'running') answer = await start(false);
    if (answer.added !== rows) throw new Error(`${answer.added} of ${rows} rows came in`);
    const seconds = (performance.now() - started) / 1000;
    reading.isOver = true;
    const meanwhile = await reads;
    const calls = callsOf(await server.local<Call[]>('calls')) - before;
    const peak = await server.peak();
    return {
      seconds,
      calls,
      peak,
      alone,
      meanwhile,
      ceiling: await ceilingOf(server, 'rs-01'),
    };
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

const everybody = residents(MANY);
const fileOf = (rows: number): Promise<Uint8Array> =>
  sheetOf([
    ['姓名', '电话', '社区', '网格或小区', '门牌'],
    ...everybody
      .slice(0, rows)
      .map(({ name, phone, address = '' }) => [name, phone, '新民社区', '', address]),
  ]);

/** Reads and writes of the imports so far. */
const callsOf = (calls: readonly Call[]): number =>
  calls
    .filter((call) => call.function === 'imports')
    .reduce((sum, call) => sum + call.reads + call.writes + call.begins + call.commits + call.aborts, 0);

async function readOnce(server: Server, nth: number): Promise<number> {
  const started = performance.now();
  await server.ok(`rs-0${1 + (nth % 8)}`, 'cases.mine', {});
  return performance.now() - started;
}

async function readUntil(server: Server, reading: { isOver: boolean }): Promise<number[]> {
  const taken: number[] = [];
  while (!reading.isOver) {
    taken.push(await readOnce(server, taken.length));
    await new Promise((resolve) => setTimeout(resolve, READ_EVERY_MS));
  }
  return taken;
}
