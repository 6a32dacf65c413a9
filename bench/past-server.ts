import { instantOf } from '../contract/time';
import { startDemoCloud } from '../scripts/demo-cloud';
import { MEASURED, fillPastCity } from './past-city';

/**
 * `fill <folder> <cases>`: fills a folder and ends. `serve <folder> <functions>`: a local cloud on a filled folder, ends with its
 * parent; a message asks for its peak memory in MB.
 */
async function main(): Promise<void> {
  const [what, dataDir = '', third = ''] = process.argv.slice(2);
  if (what === 'fill') return fillPastCity(dataDir, Number(third));
  const cloud = await startDemoCloud({ dataDir, functionsDir: third, port: 0, timers: false, quiet: true });
  // A little after the day's cases were written: each roll-up finds them again.
  cloud.clock.set(instantOf(MEASURED, '09:02'), true);
  process.on('disconnect', () => void cloud.close().then(() => process.exit(0)));
  process.on('message', () => process.send?.(process.resourceUsage().maxRSS / 1024));
  process.send?.(cloud.url);
}

void main();
