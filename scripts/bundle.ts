import { build } from 'esbuild';

/** Makes one file of a cloud function and all that it imports, for the runtime of CloudBase. Throws when it does not build. */
export async function bundle(entry: string, outfile: string): Promise<void> {
  await build({
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
    legalComments: 'none',
    logLevel: 'error',
  });
}
