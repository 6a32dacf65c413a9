import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { noticesFile, noticesOf } from '../config/notices';
import { root } from './stamp';

/**
 * What the SDK loads at once and no function of ours calls: language models, signing in on the web and its tickets, data models
 * over HTTP. They were a third of a cold start, most of it Node's own `fetch`, which they look for. Without the data models
 * the SDK itself goes on.
 */
const unused = ['@cloudbase/ai', '@cloudbase/app', '@cloudbase/wx-cloud-client-sdk', 'jsonwebtoken'];

/**
 * Makes one file of a cloud function and all that it imports, for the runtime of CloudBase; the licences
 * lie beside it. Throws when it does not build. `isWhole`: with what nobody calls, to measure against.
 */
export async function bundle(entry: string, outfile: string, isWhole = false): Promise<void> {
  const { metafile } = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    // Names stay: the log's stacks are read by people, and a short name that is given its old one again costs a call each at every start.
    minifyWhitespace: true,
    minifySyntax: true,
    alias: isWhole
      ? {}
      : Object.fromEntries(unused.map((name) => [name, path.join(root, 'scripts/unused.js')])),
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
