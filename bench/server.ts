import { demoDocuments } from '../scripts/demo';
import { startTrialCloud } from '../scripts/demo-cloud';
import { cityWithOpenCases } from './open-cases';

/** A local cloud in a process of its own, so that it and what measures it each have a core. Ends with its parent. */
async function main(): Promise<void> {
  const [functionsDir, staticDir, open, due] = process.argv.slice(2);
  const city = open ? { seed: { ...demoDocuments(), ...cityWithOpenCases(Number(open), Number(due)) } } : {};
  const cloud = await startTrialCloud({ functionsDir, staticDir: staticDir || undefined, ...city });
  process.on('disconnect', () => void cloud.close().then(() => process.exit(0)));
  process.send?.(cloud.url);
}

void main();
