import { demoDocuments } from '../demo/documents';
import { startDemoCloud } from '../demo/cloud';
import { keepHeapSmall } from '../localcloud/heap';
import type { LocalCloudOptions } from '../localcloud/server';
import { changedAtOnce } from './changed';
import { streetWithAppointments } from './booked';
import type { Filling } from './filled';
import { cityWithOpenCases } from './open-cases';
import { fillPastCity } from './past-city';
import { residents } from './residents';
import { fillSealedCity } from './sealed-city';

/**
 * `fill <folder> <filling>`: fills a folder and ends. `serve <folder> <functions> <instant>`: a local cloud on a filled folder, its
 * clock standing there; ends with its parent, and a message asks for its peak memory in MB, or for the processor time that it has spent in ms.
 */
async function main(): Promise<void> {
  const [what, dataDir = '', third = '', at] = process.argv.slice(2);
  if (what === 'fill') return fill(dataDir, JSON.parse(third) as Filling);
  keepHeapSmall();
  const cloud = await startDemoCloud({ dataDir, functionsDir: third, port: 0, timers: false, quiet: true });
  cloud.clock.set(Number(at), true);
  process.on('disconnect', () => void cloud.close().then(() => process.exit(0)));
  process.on('message', (asked) => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    process.send?.(asked === 'peak' ? maxRSS / 1024 : (userCPUTime + systemCPUTime) / 1000);
  });
  process.send?.(cloud.url);
}

async function fill(dataDir: string, filling: Filling): Promise<void> {
  if ('past' in filling) return fillPastCity(dataDir, filling.past);
  if ('sealed' in filling) return fillSealedCity(dataDir, filling.sealed);
  if ('booked' in filling) return put(dataDir, streetWithAppointments(filling.booked));
  const demo = demoDocuments();
  if ('residents' in filling) {
    const people = [...(demo.people ?? []), ...residents(filling.residents)];
    return put(dataDir, { ...demo, people });
  }
  if ('gridded' in filling) {
    const people = [...(demo.people ?? []), ...residents(filling.gridded, true)];
    return put(dataDir, { ...demo, people });
  }
  const cases =
    'changed' in filling
      ? { cases: changedAtOnce(filling.changed) }
      : cityWithOpenCases(filling.open, filling.due);
  return put(dataDir, { ...demo, ...cases });
}

async function put(dataDir: string, seed: LocalCloudOptions['seed']): Promise<void> {
  await (await startDemoCloud({ dataDir, port: 0, timers: false, quiet: true, seed })).close();
}

void main();
