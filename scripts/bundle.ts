import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Plugin, type StdinOptions, build } from 'esbuild';
import { noticesFile, noticesOf } from '../config/notices';
import { root } from './stamp';

/**
 * What the SDK loads at once and no function of ours calls: language models, signing in on the web and its tickets, data models
 * over HTTP, and what its watches alone put together documents with (`lodash.set` has a known hole, and no newer version). They were a third of a cold start, most of it Node's own `fetch`, which they look for. Without the data models
 * the SDK itself goes on.
 */
const unused = [
  '@cloudbase/ai',
  '@cloudbase/app',
  '@cloudbase/wx-cloud-client-sdk',
  'jsonwebtoken',
  'lodash.set',
  'lodash.unset',
];

/** What few calls need is a file of its own, read when one does: of half a megabyte, the reading alone costs a start 5 ms. */
const seldom = ['pinyin-pro'];

/** The settings that both have in common. */
const settings = {
  bundle: true,
  // Names stay: the log's stacks are read by people, and a short name that is given its old one again costs a call each at every start.
  minifyWhitespace: true,
  minifySyntax: true,
  platform: 'node',
  // The runtime that CloudBase's own command line creates functions with.
  target: 'node18',
  format: 'cjs',
  // To index.js.LEGAL.txt: what stands in a package's code and not in its licence.
  legalComments: 'external',
  metafile: true,
  logLevel: 'error',
} as const;

const beside: Plugin = {
  name: 'beside',
  setup(build) {
    for (const name of seldom)
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: `./${name}.js`, external: true }));
  },
};

/**
 * Makes one file of a cloud function and all that it imports, for the runtime of CloudBase; the licences
 * lie beside it. Throws when it does not build. `entry`: its file, or the text of one; `isWhole`: with what nobody calls, to measure
 * against; `more`: what else is made otherwise for that.
 */
export async function bundle(
  entry: string | StdinOptions,
  outfile: string,
  isWhole = false,
  more: Plugin[] = [],
): Promise<void> {
  const { metafile } = await build({
    ...settings,
    ...(typeof entry === 'string' ? { entryPoints: [entry] } : { stdin: entry }),
    outfile,
    alias: isWhole
      ? {}
      : Object.fromEntries(unused.map((name) => [name, path.join(root, 'scripts/unused.js')])),
    plugins: [beside, ...more],
  });
  const folder = path.dirname(outfile);
  const asked = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map((one) => one.path));
  const others = seldom
    .filter((name) => asked.includes(`./${name}.js`))
    .map((name) =>
      build({
        ...settings,
        entryPoints: [name],
        absWorkingDir: root,
        outfile: path.join(folder, `${name}.js`),
      }),
    );
  const files = [metafile, ...(await Promise.all(others)).map((one) => one.metafile)];
  const inputs = files.flatMap((one) => Object.keys(one.inputs));
  await writeFile(path.join(folder, noticesFile), noticesOf(inputs));
}
