import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * Imports run one way: contract ← domain ← kit ← functions, and contract ← cloud ← hooks ← components ← pages.
 * The two sides meet only in the contract; the local cloud imports neither, it loads what was built.
 */
const root = join(__dirname, '..', '..');

/** A place of the house and the places it may import from, besides itself. */
const mayImport: [place: string, from: string[]][] = [
  ['contract', []],
  ['cloudfunctions/domain', ['contract', 'config']],
  ['cloudfunctions/kit', ['contract', 'cloudfunctions/domain']],
  ['cloudfunctions/account', ['contract', 'config', 'cloudfunctions/domain', 'cloudfunctions/kit']],
  ['cloudfunctions/admin', ['contract', 'config', 'cloudfunctions/domain', 'cloudfunctions/kit']],
  ['cloudfunctions/units', ['contract', 'config', 'cloudfunctions/domain', 'cloudfunctions/kit']],
  ['cloudfunctions/roster', ['contract', 'cloudfunctions/domain', 'cloudfunctions/kit']],
  ['cloudfunctions/catalog', ['contract', 'config', 'cloudfunctions/domain', 'cloudfunctions/kit']],
  ['cloudfunctions/cases', ['contract', 'cloudfunctions/domain', 'cloudfunctions/kit']],
  ['cloudfunctions/imports', ['contract', 'cloudfunctions/domain', 'cloudfunctions/kit']],
  ['cloudfunctions/metrics', ['contract', 'cloudfunctions/domain', 'cloudfunctions/kit']],
  ['cloudfunctions/people', ['contract', 'cloudfunctions/domain', 'cloudfunctions/kit']],
  ['cloudfunctions/privacy', ['contract', 'cloudfunctions/domain', 'cloudfunctions/kit']],
  ['cloudfunctions/rollup', ['contract', 'cloudfunctions/domain', 'cloudfunctions/kit']],
  ['cloudfunctions/reviews', ['contract', 'cloudfunctions/domain', 'cloudfunctions/kit']],
  ['cloudfunctions/notify', ['contract', 'config', 'cloudfunctions/domain', 'cloudfunctions/kit']],
  ['cloudfunctions/beat', ['cloudfunctions/domain', 'cloudfunctions/kit']],
  ['cloudfunctions/migrate', ['cloudfunctions/domain', 'cloudfunctions/kit']],
  ['cloudfunctions/sweep', ['contract', 'cloudfunctions/domain', 'cloudfunctions/kit']],
  ['localcloud', ['contract/errors']],
  ['simulate', ['contract', 'config', 'cloudfunctions/domain', 'demo']],
  ['demo', ['contract', 'config', 'cloudfunctions/domain', 'localcloud']],
  [
    'trials',
    ['contract', 'config', 'cloudfunctions/domain', 'demo', 'localcloud', 'package.json', 'tests/support'],
  ],
  // What is deployed is read as it was built; what a key looks like is said once.
  ['deploy', ['package.json', 'localcloud/keys']],
  ['scripts', ['contract', 'config', 'demo', 'package.json', 'tests/browser']],
  [
    'bench',
    [
      'contract',
      'config',
      'cloudfunctions',
      'demo',
      'deploy',
      'localcloud',
      'scripts',
      'simulate',
      'tests/browser',
      'tests/console',
      'tests/data',
      'tests/support',
      'tests/weapp',
    ],
  ],
  // Which interfaces of places WeChat approved: the map is offered by that.
  ['src/cloud', ['contract', 'config/approvals.json']],
  ['src/theme', ['contract']],
  ['src/format', ['contract']],
  ['src/hooks', ['contract', 'src/cloud', 'src/theme', 'src/format']],
  ['src/components', ['contract', 'src/cloud', 'src/theme', 'src/format', 'src/hooks']],
  ['src/custom-tab-bar', []],
  [
    'src/pages',
    ['contract', 'src/cloud', 'src/theme', 'src/format', 'src/hooks', 'src/components', 'src/routes'],
  ],
  [
    'src/packages/resident',
    ['contract', 'src/cloud', 'src/theme', 'src/format', 'src/hooks', 'src/components', 'src/routes'],
  ],
  [
    'src/packages/agent',
    ['contract', 'src/cloud', 'src/theme', 'src/format', 'src/hooks', 'src/components', 'src/routes'],
  ],
  [
    'src/packages/privacy',
    ['contract', 'src/cloud', 'src/theme', 'src/format', 'src/hooks', 'src/components', 'src/routes'],
  ],
  [
    'src/packages/manager',
    ['contract', 'src/cloud', 'src/theme', 'src/format', 'src/hooks', 'src/components', 'src/routes'],
  ],
];

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name === 'node_modules') return [];
    return entry.isDirectory() ? filesIn(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** Repository-relative targets of a file's own imports; packages of npm are left out. */
function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const names = [...source.matchAll(/(?:from|import|require)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    ([, name = '']) => name,
  );
  return names.flatMap((name) => {
    if (name.startsWith('.')) return relative(root, resolve(root, dirname(file), name));
    if (name.startsWith('@/')) return join('src', name.slice(2));
    return name.startsWith('contract/') ? name : [];
  });
}

/** Files that import one another, in a ring; `x.h5.ts` and `x.weapp.ts` are one module, `x`, whose shape is `x.d.ts`. */
function circles(files: readonly string[]): string[][] {
  const moduleOf = (path: string) => path.replace(/(\.h5|\.weapp)?(\.d)?\.tsx?$/, '').replace(/\/index$/, '');
  const imports = new Map<string, Set<string>>();
  for (const file of files) {
    const name = moduleOf(file);
    const own = importsOf(file).map((path) => path.replace(/\/index$/, ''));
    imports.set(name, new Set([...(imports.get(name) ?? []), ...own.filter((one) => one !== name)]));
  }
  // What imports nothing that is left is in no ring; neither is what only such files are left for.
  for (let isPruned = true; isPruned;) {
    isPruned = false;
    for (const [name, targets] of imports)
      if (![...targets].some((target) => imports.has(target))) isPruned = imports.delete(name);
  }
  return [...imports].map(([name, targets]) => [name, ...[...targets].filter((one) => imports.has(one))]);
}

describe('imports run one way', () => {
  it.each(mayImport)('%s', (place, from) => {
    const allowed = [place, ...from];
    const strangers = filesIn(place)
      .filter((file) => !file.endsWith('.test.ts') && !file.endsWith('.test.tsx'))
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => !allowed.some((one) => target === one || target.startsWith(`${one}/`)))
          .map((target) => `${file} → ${target}`),
      );
    expect(strangers).toEqual([]);
  });

  it('names every place that holds code', () => {
    const named = mayImport.map(([place]) => place);
    const folders = ['cloudfunctions', 'src', 'src/packages'].flatMap((parent) =>
      readdirSync(join(root, parent))
        .map((name) => join(parent, name))
        .filter((path) => statSync(join(root, path)).isDirectory() && path !== 'src/packages'),
    );
    expect(folders.filter((folder) => !named.includes(folder))).toEqual([]);
    expect(named.filter((place) => !existsSync(join(root, place)))).toEqual([]);
  });

  it('and in no circle, types and tests among them', () => {
    const places = [
      'src',
      'contract',
      'cloudfunctions',
      'localcloud',
      'demo',
      'scripts',
      'simulate',
      'trials',
      'bench',
      'tests',
    ];
    expect(circles(places.flatMap(filesIn))).toEqual([]);
  });

  it('keeps Taro.cloud in src/cloud', () => {
    const elsewhere = filesIn('src').filter(
      (file) =>
        !file.startsWith('src/cloud/') && /\b(Taro|wx)\.cloud\b/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(elsewhere).toEqual([]);
  });
});
