import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import root from '../package.json';

/**
 * Builds each cloud function to a folder of its own, `dist/cloudfunctions/<name>`, with everything in it: bundled, a
 * cold start reads one file instead of the SDK's 4,500.
 */
const SOURCE = 'cloudfunctions';
const TARGET = 'dist/cloudfunctions';
/** Shared code, bundled into each function and never deployed alone. */
const SHARED = ['domain', 'kit'];

async function buildFunction(name: string): Promise<void> {
  const folder = join(TARGET, name);
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [join(SOURCE, name, 'index.ts')],
    outfile: join(folder, 'index.js'),
    bundle: true,
    minify: true,
    // Names of functions and classes stay: the log's stacks are read by people.
    keepNames: true,
    platform: 'node',
    // The runtime that CloudBase's own command line creates functions with.
    target: 'node18',
    format: 'cjs',
    legalComments: 'none',
    logLevel: 'error',
  });
  await cp(join(SOURCE, name, 'config.json'), join(folder, 'config.json'));
  const manifest = { name, version: root.version, private: true, main: 'index.js' };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

export async function functionNames(): Promise<string[]> {
  const entries = await readdir(SOURCE, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && !SHARED.includes(entry.name)).map((entry) => entry.name);
}

async function main(): Promise<void> {
  const names = await functionNames();
  await Promise.all(names.map(buildFunction));
  console.log(`functions: built ${names.join(', ')}`);
}

void main();
