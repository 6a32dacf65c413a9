import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../scripts/browser.mjs';
import { root } from '../scripts/stamp';
import { type Figure, type Section, startServer } from './harness';

const hello = join(root, 'bench/hello');

/** Bytes of each WeChat package and of the H5 home page ÷ a Taro + React hello world built in the same run. */
export async function bytes(functionsDir: string): Promise<Section> {
  for (const platform of ['weapp', 'h5'] as const) buildHello(platform);
  const weapp = join(root, 'dist/weapp');
  const packages = readdirSync(join(weapp, 'packages'));
  const floor = kilobytes(sizeOf(join(hello, 'dist/weapp')));
  const main =
    kilobytes(sizeOf(weapp)) -
    packages.reduce((sum, name) => sum + kilobytes(sizeOf(join(weapp, 'packages', name))), 0);
  const home = await homePage(functionsDir, join(root, 'dist/h5'));
  const helloHome = await homePage(functionsDir, join(hello, 'dist/h5'));
  return {
    title: 'Bytes ÷ a Taro + React hello world built in the same run',
    figures: [
      {
        name: 'weapp main package',
        value: main,
        unit: 'KB',
        floor,
        ratio: main / floor,
        limit: '< 700 KB',
      },
      ...packages.map((name): Figure => {
        const value = kilobytes(sizeOf(join(weapp, 'packages', name)));
        return {
          name: `weapp subpackage ${name}`,
          value,
          unit: 'KB',
          floor,
          ratio: value / floor,
          limit: '< 400 KB',
        };
      }),
      { name: 'H5 home page, gzip', value: home, unit: 'KB', floor: helloHome, ratio: home / helloHome },
    ],
  };
}

function buildHello(platform: 'weapp' | 'h5'): void {
  rmSync(join(hello, 'dist', platform), { recursive: true, force: true });
  const taro = join(root, 'node_modules/@tarojs/cli/bin/taro');
  execFileSync(process.execPath, [taro, 'build', '--type', platform, '--disable-global-config'], {
    cwd: hello,
    env: { ...process.env, TARO_ENV: platform, NODE_ENV: 'production' },
    stdio: 'ignore',
  });
}

function sizeOf(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

/** The files that a browser fetches for the first page, each gzipped: a server's own compression is not measured. */
async function homePage(functionsDir: string, dir: string): Promise<number> {
  const server = await startServer(functionsDir, dir);
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const fetched = new Set<string>();
  // The demo's bar is not part of the page.
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/_local/')) fetched.add(pathname);
  });
  await page.goto(server.url, { waitUntil: 'networkidle' });
  await browser.close();
  await server.stop();
  const files = [...fetched]
    .map((path) => join(dir, path === '/' ? 'index.html' : path))
    .filter((file) => /\.(html|js|css|png|svg)$/.test(file));
  return kilobytes(files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0));
}

function kilobytes(size: number): number {
  return size / 1000;
}
