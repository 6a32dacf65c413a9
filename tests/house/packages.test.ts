import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The built mini-program: what WeChat's own checks leave to the server, such as the size of each package. */
const dist = join(__dirname, '..', '..', 'dist/weapp');
const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  tabBar: { list: { pagePath: string; iconPath?: string; selectedIconPath?: string }[] };
};
const subpackages = app.subPackages ?? app.subpackages ?? [];

function sizeOf(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
const sizes = new Map(subpackages.map(({ root }) => [root, sizeOf(join(dist, root))]));
const main = sizeOf(dist) - [...sizes.values()].reduce((sum, size) => sum + size, 0);

it('keeps the main package under 700 KB and each subpackage under 400 KB, far below WeChat’s 2 MB', () => {
  expect(main).toBeLessThan(700_000);
  for (const [root, size] of sizes) expect([root, size < 400_000]).toEqual([root, true]);
});

it('has its tab pages, and nothing else, in the main package', () => {
  expect(app.tabBar.list.map((tab) => tab.pagePath).sort()).toEqual([...app.pages].sort());
});

it('has a subpackage for each role', () => {
  expect(subpackages.map(({ root }) => root.replace(/\/$/, '')).sort()).toEqual([
    'packages/agent',
    'packages/manager',
    'packages/privacy',
    'packages/resident',
  ]);
});

it('has every page it names, and tab icons inside the limit', () => {
  const pages = [
    ...app.pages,
    ...subpackages.flatMap(({ root, pages: own }) => own.map((page) => join(root, page))),
  ];
  expect(pages.filter((page) => !existsSync(join(dist, `${page}.wxml`)))).toEqual([]);
  const icons = app.tabBar.list
    .flatMap((tab) => [tab.iconPath, tab.selectedIconPath])
    .filter((icon) => icon !== undefined);
  expect(icons.filter((icon) => sizeOf(join(dist, icon)) > 40_000)).toEqual([]);
});

it('carries aria properties into WeChat’s templates, which Taro drops by itself', () => {
  expect(readFileSync(join(dist, 'base.wxml'), 'utf8')).toMatch(/aria-label="/);
});

it('points WeChat DevTools at what was built', () => {
  const config = JSON.parse(
    readFileSync(join(__dirname, '..', '..', 'project.config.json'), 'utf8'),
  ) as Record<string, string>;
  expect(config.miniprogramRoot).toBe('dist/weapp/');
  expect(config.cloudfunctionRoot).toBe('dist/cloudfunctions/');
});

it('asks nothing of a phone that phones of 2020 lack: Taro compiles syntax, but adds no polyfills', () => {
  // Each came with Chrome 85–97 or Safari 13.1–16.4; lookbehind alone stops Safari 16.3 from loading a file at all.
  const young =
    /\.at\(-?\d|\.findLast(?:Index)?\(|\.replaceAll\(|\.toSorted\(|Object\.hasOwn\(|structuredClone\(|\(\?<[=!]/g;
  const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  const found = scripts.flatMap((file) =>
    (readFileSync(join(dist, file), 'utf8').match(young) ?? []).map((hit) => `${file}: ${hit}`),
  );
  expect(found).toEqual([]);
});
