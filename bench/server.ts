import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import database from '../config/database.json';
import { startLocalCloud } from '../localcloud/server';
import { demoDocuments, demoPeople } from '../scripts/demo';

/** A local cloud in a process of its own, so that it and what measures it each have a core. Ends with its parent. */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-bench-'));
  const cloud = await startLocalCloud({
    dataDir,
    port: 0,
    functionsDir: process.argv[2] ?? '',
    staticDir: process.argv[3],
    database,
    seed: demoDocuments(),
    people: demoPeople(),
    timers: false,
    quiet: true,
  });
  process.on('disconnect', () => {
    rmSync(dataDir, { recursive: true, force: true });
    process.exit(0);
  });
  process.send?.(cloud.url);
}

void main();
