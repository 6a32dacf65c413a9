import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Trial, collector } from './trial';

const root = join(__dirname, '..');

/** Licences under which everybody may use and pass on what is bundled, with its text beside it. */
const open = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'];

const audit = v.object({
  vulnerabilities: v.record(
    v.string(),
    v.object({
      name: v.string(),
      severity: v.picklist(['info', 'low', 'moderate', 'high', 'critical']),
      /** where it lies, from the root of the project */
      nodes: v.array(v.string()),
    }),
  ),
});
type Audit = v.InferOutput<typeof audit>;

/** One line of `third-party.txt`. */
interface Bundled {
  name: string;
  version: string;
  licence: string;
}

/** What the lists beside the bundles name, each once. */
export function bundledIn(texts: readonly string[]): Bundled[] {
  const found = new Map<string, Bundled>();
  for (const text of texts)
    for (const [, name = '', version = '', licence = ''] of text.matchAll(
      /^((?:@[\w.-]+\/)?[\w.-]+) (\d+\.\d+\.\d\S*) \((.+)\)$/gm,
    ))
      found.set(`${name} ${version}`, { name, version, licence: licence.replace(/^\((.*)\)$/, '$1') });
  return [...found.values()];
}

/** High and critical ones in what is bundled; how many there are in what only builds. */
export function holesOf(
  { vulnerabilities }: Audit,
  bundled: readonly Bundled[],
  versionAt: (node: string) => string | undefined,
): { shipped: string[]; others: number } {
  const bad = Object.values(vulnerabilities).filter(({ severity }) => /high|critical/.test(severity));
  const shipped = bad.filter(({ name, nodes }) =>
    nodes.some((node) => bundled.some((one) => one.name === name && one.version === versionAt(node))),
  );
  return {
    shipped: shipped.map(({ name, severity }) => `${name} (${severity})`),
    others: bad.length - shipped.length,
  };
}

/** Whether anybody may use and pass on what is under this licence; of a choice one is enough. */
const isOpen = (licence: string): boolean =>
  licence.split(' OR ').some((one) => one.split(' AND ').every((each) => open.includes(each)));

/** Asks the registry; undefined where it does not say. */
function asked(): Promise<Audit | undefined> {
  const options = { cwd: root, timeout: 60_000, maxBuffer: 64 * 1024 * 1024 };
  // It ends with 1 where it found something, and with 1 where it could not ask: what it wrote tells.
  return new Promise((resolve) => {
    execFile('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0'], options, (_, stdout) => {
      try {
        const { success, output } = v.safeParse(audit, JSON.parse(stdout));
        resolve(success ? (output as Audit) : undefined);
      } catch {
        resolve(undefined);
      }
    });
  });
}

function versionIn(node: string): string | undefined {
  const file = join(root, node, 'package.json');
  if (!existsSync(file)) return undefined;
  const { version } = v.parse(v.object({ version: v.string() }), JSON.parse(readFileSync(file, 'utf8')));
  return version;
}

export const holes: Trial = {
  name: 'holes',
  promises:
    'no known hole, high or critical, in a package that is bundled; each bundle has its list, and every licence in it is one that lets everybody use it',
  notInTests: 'asks the net',
  async run({ functionsDir = join(root, 'dist/cloudfunctions') }) {
    const { faults, fault } = collector();
    const pages = join(root, 'dist/h5');
    const folders = [
      ...readdirSync(functionsDir).map((name) => join(functionsDir, name)),
      ...(existsSync(pages) ? [pages] : []),
    ];
    const texts = folders.flatMap((folder) => {
      const file = join(folder, 'third-party.txt');
      if (existsSync(file)) return [readFileSync(file, 'utf8')];
      fault(`${folder} has no third-party.txt`);
      return [];
    });
    const bundled = bundledIn(texts);
    const licences = new Map<string, number>();
    for (const { name, version, licence } of bundled) {
      licences.set(licence, (licences.get(licence) ?? 0) + 1);
      if (licence !== 'licence not named' && !isOpen(licence))
        fault(`${name} ${version} is under ${licence}, which is not on the list of this trial`);
    }
    const unnamed = bundled.filter(({ licence }) => licence === 'licence not named');
    const answer = await asked();
    const found = answer && holesOf(answer, bundled, versionIn);
    for (const words of found?.shipped ?? []) fault(`a known hole in ${words}, which is bundled`);
    return {
      tried: bundled.length,
      faults,
      notes: [
        found
          ? `${found.others} high or critical in what only builds`
          : 'UNSURE of known holes: the registry does not say',
        [...licences].map(([licence, count]) => `${licence} ${count}`).join(', '),
        ...(unnamed.length > 0 ? [`not named: ${unnamed.map(({ name }) => name).join(', ')}`] : []),
      ],
    };
  },
};
