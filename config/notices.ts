import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Compiler } from 'webpack';

/** What lies beside a bundle: the licences of all that is in it, which minifying takes out and which have to go with it. */
export const noticesFile = 'third-party.txt';
/** In the mini-program they go with the agents' pages: the first start of a resident's phone does not wait for them. */
export const noticesPath = (platform?: string) =>
  platform === 'weapp' ? `packages/agent/${noticesFile}` : noticesFile;

/** The licences of the packages that these files belong to, each text once. */
export function noticesOf(files: Iterable<string>): string {
  const folders = new Set([...files].map((file) => path.dirname(path.resolve(file))));
  const packages = new Map([...folders].flatMap(packageOf));
  const byText = new Map<string, Set<string>>();
  for (const [folder, title] of packages) {
    const text = textsIn(folder) || 'The package has no file with its licence.';
    byText.set(text, (byText.get(text) ?? new Set()).add(title));
  }
  return [...byText]
    .map(([text, titles]) => `${[...titles].sort().join('\n')}\n\n${text}\n`)
    .sort()
    .join(`\n${'-'.repeat(80)}\n\n`);
}

interface About {
  name?: string;
  version?: string;
  license?: string;
}

/**
 * The package that a folder belongs to, with its title: the nearest folder above that has a name, for some packages have
 * package.json files without, or others' files within.
 */
function packageOf(folder: string): [folder: string, title: string][] {
  if (!/[\\/]node_modules[\\/]/.test(folder)) return [];
  const file = path.join(folder, 'package.json');
  const about: About = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const { name, version, license = 'licence not named' } = about;
  return name && version ? [[folder, `${name} ${version} (${license})`]] : packageOf(path.dirname(folder));
}

function textsIn(folder: string): string {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|notice|copying)/i.test(entry.name))
    .map((entry) => entry.name);
  return names.map((name) => readFileSync(path.join(folder, name), 'utf8').trim()).join('\n\n');
}

/** Lays the licences of all that is bundled beside the bundle. */
export class Notices {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('notices', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'notices', stage }, () => {
        const files = [...compilation.modules].flatMap((module) => module.nameForCondition() ?? []);
        compilation.emitAsset(noticesPath(process.env.TARO_ENV), new sources.RawSource(noticesOf(files)));
      });
    });
  }
}
