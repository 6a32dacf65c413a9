import database from '../config/database.json';
import { LATEST } from '../cloudfunctions/domain/migrations/latest';
import { ROUND_MS } from '../cloudfunctions/domain/rounds';
import { MONDAY, startTrialCloud } from '../demo/cloud';
import { demoDocuments, demoPeople, nobodies } from '../demo/documents';
import { backlogOf } from './backlog';
import { keepHeapSmall } from '../localcloud/heap';
import type { World } from './harness';
import { crowdOf } from './crowd';

/** The collections without the indexes that the chain alone asks by. */
const unchained = () => ({
  collections: database.collections.map((one) => ({
    ...one,
    indexes: one.indexes.filter(
      ({ keys }) => !(one.name === 'cases' && keys.length > 1 && keys.at(-1)?.[0] === 'touchedAt'),
    ),
  })),
});

/** A local cloud in a process of its own, so that it and what measures it each have a core. Ends with its parent. */
async function main(): Promise<void> {
  const [functionsDir, staticDir, world = '{}'] = process.argv.slice(2);
  const { notices, residents, isQuiet, isUnchained } = JSON.parse(world) as World;
  keepHeapSmall();
  const crowd = residents ? crowdOf(residents) : undefined;
  const cloud = await startTrialCloud({
    functionsDir,
    // What is measured waits for the disk, as what is kept does.
    isPassing: false,
    reader: true,
    staticDir: staticDir || undefined,
    people: [...demoPeople(), ...nobodies(8).slice(1), ...(crowd?.people ?? [])],
    ...(notices ? backlogOf(notices) : {}),
    ...(crowd ? { seed: crowd.seed } : {}),
    ...(isUnchained ? { database: unchained() } : {}),
    ...(isQuiet
      ? { seed: { ...demoDocuments(), runs: [{ _id: 'beat', until: MONDAY + ROUND_MS, migrated: LATEST }] } }
      : {}),
  });
  process.on('disconnect', () => void cloud.close().then(() => process.exit(0)));
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1000);
  });
  process.send?.(cloud.url);
}

void main();
