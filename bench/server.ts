import { startTrialCloud } from '../demo/cloud';
import { demoPeople, nobodies } from '../demo/documents';
import { backlogOf } from './backlog';
import { keepHeapSmall } from '../localcloud/heap';
import type { World } from './harness';
import { crowdOf } from './crowd';

/** A local cloud in a process of its own, so that it and what measures it each have a core. Ends with its parent. */
async function main(): Promise<void> {
  const [functionsDir, staticDir, world = '{}'] = process.argv.slice(2);
  const { notices, residents } = JSON.parse(world) as World;
  keepHeapSmall();
  const cloud = await startTrialCloud({
    functionsDir,
    // What is measured waits for the disk, as what is kept does.
    isPassing: false,
    reader: true,
    staticDir: staticDir || undefined,
    people: [...demoPeople(), ...nobodies(8).slice(1)],
    ...(notices ? backlogOf(notices) : {}),
    ...(residents ? crowdOf(residents) : {}),
  });
  process.on('disconnect', () => void cloud.close().then(() => process.exit(0)));
  process.send?.(cloud.url);
}

void main();
