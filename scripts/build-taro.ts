import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * `tsx scripts/build-taro.ts h5|weapp`: the mini-program for one platform, in `dist/<platform>`.
 * Does nothing when what it is made from has not changed since the last build. Exits 1 when the build fails.
 */
const root = path.resolve(__dirname, '..');
const inputs = [
  'src',
  'contract',
  'config',
  'types',
  'babel.config.js',
  'package-lock.json',
  'scripts/build-taro.ts',
];
/** Beside the output, not in it: what is in `dist/weapp` is shipped. */
const stampOf = (platform: string) => path.join(root, '.cache', `build-${platform}`);

/** One hash of every input's path and bytes. */
function hashInputs(): string {
  const hash = createHash('sha256');
  hash.update(process.env.TARO_APP_CLOUD_ENV ?? '');
  for (const file of inputs.flatMap(filesIn).sort()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(entry: string): string[] {
  if (!statSync(path.join(root, entry)).isDirectory()) return [entry];
  return readdirSync(path.join(root, entry), { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile())
    .map((file) => path.relative(root, path.join(file.parentPath, file.name)));
}

/** Runs Taro's command line, with a line every few seconds so that a slow machine is seen to work. Gives its exit code. */
function runTaro(platform: 'h5' | 'weapp'): Promise<number> {
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

async function main(): Promise<number> {
  const platform = process.argv[2];
  if (platform !== 'h5' && platform !== 'weapp') {
    console.error('usage: tsx scripts/build-taro.ts <h5|weapp>');
    return 2;
  }
  const stamp = stampOf(platform);
  const output = path.join(root, 'dist', platform);
  const hash = hashInputs();
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
    console.log(`${platform}: unchanged`);
    return 0;
  }
  console.log(`${platform}: building`);
  // A build that fails or is cut off leaves no stamp, so the next one starts afresh.
  rmSync(stamp, { force: true });
  rmSync(output, { recursive: true, force: true });
  const code = await runTaro(platform);
  if (code === 0) {
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, hash);
  }
  return code;
}

void main().then((code) => {
  process.exitCode = code;
});
