import { backup, restore } from '../localcloud/backup';
import { outageOf } from '../localcloud/outage';

/** `npm run backup -- <folder>` and `npm run restore -- <folder>`: the data of this machine (`DATA_DIR`), into a folder and out of one. */
async function main(): Promise<void> {
  const [verb, folder] = process.argv.slice(2);
  const dataDir = process.env.DATA_DIR ?? '.data';
  if (!folder) throw new Error(`which folder? npm run ${verb} -- <folder>`);
  const started = Date.now();
  const done = verb === 'restore' ? await restore(folder, dataDir) : await backup(dataDir, folder);
  const size = `${(done.bytes / 1_048_576).toFixed(1)} MB and ${done.files} files`;
  console.log(`${verb}: ${size} in ${done.folder} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

main().catch((error: unknown) => {
  console.error(outageOf(error) ?? (error instanceof Error ? error.message : error));
  process.exitCode = 1;
});
