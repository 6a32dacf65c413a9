import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { noticesFile, noticesOf } from '../config/notices';

/**
 * Makes one file of a cloud function and all that it imports, for the runtime of CloudBase; the licences
 * lie beside it. Throws when it does not build.
 */
export async function bundle(entry: string, outfile: string): Promise<void> {
  const { metafile } = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    // Names of functions and classes stay: the log's stacks are read by people.
    keepNames: true,
    platform: 'node',
    // The runtime that CloudBase's own command line creates functions with.
    target: 'node18',
    format: 'cjs',
    // To index.js.LEGAL.txt: what stands in a package's code and not in its licence.
    legalComments: 'external',
    metafile: true,
    logLevel: 'error',
  });
  await writeFile(path.join(path.dirname(outfile), noticesFile), noticesOf(Object.keys(metafile.inputs)));
}
