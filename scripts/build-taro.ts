import { spawn } from 'node:child_process';
import path from 'node:path';
import { shortenNames } from './short-names';
import { Stamp, root } from './stamp';

/**
 * `tsx scripts/build-taro.ts h5 weapp`: the mini-program for these platforms, side by side, in `dist/<platform>`.
 * Does nothing when what it is made from has not changed since the last build. Exits 1 when the build fails.
 */
const inputs = [
  'src',
  'contract',
  'config',
  'types',
  'babel.config.js',
  'package-lock.json',
  'scripts/build-taro.ts',
  'scripts/short-names.ts',
];

const platforms = ['h5', 'weapp'] as const;
type Platform = (typeof platforms)[number];

/** Runs Taro's command line, with a line every few seconds so that a slow machine is seen to work. Gives its exit code. */
function runTaro(platform: Platform): Promise<number> {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  // The global config could bring plugins that this repository does not know of.
  const child = spawn(
    process.execPath,
    [
      path.join(root, 'node_modules/@tarojs/cli/bin/taro'),
      'build',
      '--type',
      platform,
      '--disable-global-config',
    ],
    {
      cwd: root,
      env: { ...process.env, TARO_ENV: platform, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const ticking = setInterval(() => console.log(`${platform}: building, ${seconds()} s`), 5_000);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearInterval(ticking);
      if (code === 0) console.log(`${platform}: built in ${seconds()} s`);
      else console.error(Buffer.concat(said).toString());
      resolve(code ?? 1);
    });
  });
}

/** Builds one platform where something has changed; gives the exit code. */
async function build(platform: Platform): Promise<number> {
  const stamp = new Stamp(platform, `dist/${platform}`, inputs, process.env.TARO_APP_CLOUD_ENV);
  if (stamp.isFresh) {
    console.log(`${platform}: unchanged`);
    return 0;
  }
  console.log(`${platform}: building`);
  stamp.clear();
  const code = await runTaro(platform);
  if (code === 0 && platform === 'weapp') shortenNames(path.join(root, 'dist/weapp'));
  if (code === 0) stamp.write();
  return code;
}

async function main(): Promise<number> {
  const asked = platforms.filter((platform) => process.argv.includes(platform));
  if (asked.length === 0) {
    console.error('usage: tsx scripts/build-taro.ts [h5] [weapp]');
    return 2;
  }
  return Math.max(...(await Promise.all(asked.map(build))));
}

void main().then((code) => {
  process.exitCode = code;
});
