import { cp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import manifest from '../package.json';
import { bundle } from './bundle';
import { Stamp, root } from './stamp';

/**
 * Builds each cloud function to a folder of its own, `dist/cloudfunctions/<name>`, with everything in it: bundled, a
 * cold start reads one file instead of the SDK's 4,500. Exits 1 when a build fails.
 */
const SOURCE = join(root, 'cloudfunctions');
const TARGET = join(root, 'dist/cloudfunctions');
/** Shared code, bundled into each function and never deployed alone. */
const SHARED = ['domain', 'kit'];

async function buildFunction(name: string): Promise<void> {
  const folder = join(TARGET, name);
  // Its actions, and the way to forget between two clouds.
  const contents = [`./${name}/index`, './kit/memory'].map((from) => `export * from '${from}';`).join('\n');
  await bundle({ contents, resolveDir: SOURCE }, join(folder, 'index.js'));
  await cp(join(SOURCE, name, 'config.json'), join(folder, 'config.json'));
  const own = { name, version: manifest.version, private: true, main: 'index.js' };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
}

async function main(): Promise<void> {
  const inputs = [
    'cloudfunctions',
    'contract',
    'config',
    'package-lock.json',
    'scripts/build-functions.ts',
    'scripts/bundle.ts',
  ];
  const stamp = new Stamp('functions', 'dist/cloudfunctions', inputs);
  if (stamp.isFresh) return console.log('functions: unchanged');
  stamp.clear();
  const entries = await readdir(SOURCE, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory() && !SHARED.includes(entry.name))
    .map((entry) => entry.name);
  await Promise.all(names.map(buildFunction));
  stamp.write();
  console.log(`functions: built ${names.join(', ')}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
