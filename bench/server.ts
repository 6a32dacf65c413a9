import { demoDocuments } from '../scripts/demo';
import { startTrialCloud } from '../scripts/demo-cloud';
import { backlogOf } from './backlog';
import type { World } from './harness';
import { cityWithOpenCases } from './open-cases';

/** A local cloud in a process of its own, so that it and what measures it each have a core. Ends with its parent. */
async function main(): Promise<void> {
  const [functionsDir, staticDir, world = '{}'] = process.argv.slice(2);
  const cloud = await startTrialCloud({
    functionsDir,
    staticDir: staticDir || undefined,
    ...seedOf(JSON.parse(world) as World),
  });
  process.on('disconnect', () => void cloud.close().then(() => process.exit(0)));
  process.send?.(cloud.url);
}

function seedOf(world: World): Pick<Parameters<typeof startTrialCloud>[0] & object, 'seed' | 'people'> {
  if (world.open) return { seed: { ...demoDocuments(), ...cityWithOpenCases(world.open, world.due ?? 0) } };
  return world.notices ? backlogOf(world.notices) : {};
}

void main();
