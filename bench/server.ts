import { startTrialCloud } from '../scripts/demo-cloud';

/** A local cloud in a process of its own, so that it and what measures it each have a core. Ends with its parent. */
async function main(): Promise<void> {
  const [functionsDir, staticDir] = process.argv.slice(2);
  const cloud = await startTrialCloud({ functionsDir, staticDir });
  process.on('disconnect', () => void cloud.close().then(() => process.exit(0)));
  process.send?.(cloud.url);
}

void main();
