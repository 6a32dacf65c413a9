import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cloud, type Keys } from '../../deploy/cloud';
import { type DeployOptions, deploy } from '../../deploy/deploy';
import { Fault, refusalOf } from '../../deploy/faults';
import { Refusal } from '../../deploy/refusals';
import type { Run } from '../../deploy/session';
import { PlayedConsole, PlayedEnv } from '../console/console';
import { routeTo } from '../console/route.cjs';

export const KEYS: Keys = {
  env: 'linli-3d4e5f',
  secretId: 'AKIDplayed',
  secretKey: 'a-secret-of-nobody',
  region: 'ap-shanghai',
};

/** A repository as small as one can be: two collections, one function that runs by itself and one that is called. */
export interface Small {
  collections: { name: string; indexes?: { keys: [string, number][]; unique?: boolean }[] }[];
  functions: Record<string, { code: string; config?: object }>;
}

export const answers = (words: string) =>
  `exports.main = async () => ({ ok: false, code: ${JSON.stringify(words)} });\n`;

export const small = (): Small => ({
  collections: [
    {
      name: 'cases',
      indexes: [
        { keys: [['no', 1]], unique: true },
        {
          keys: [
            ['unit.community', 1],
            ['at', -1],
          ],
        },
      ],
    },
    { name: 'people', indexes: [{ keys: [['phone', 1]] }] },
  ],
  functions: {
    beat: {
      code: answers('beat 1'),
      config: { timeout: 60, triggers: [{ name: 'beat', type: 'timer', config: '0 */1 * * * * *' }] },
    },
    cases: { code: answers('cases 1') },
  },
});

/** The played console, a repository in a folder, and the real client between them. */
export class Played {
  readonly console = new PlayedConsole();
  readonly env = this.console.add(new PlayedEnv(KEYS.env, KEYS.secretId), KEYS.secretKey);
  readonly root = mkdtempSync(join(tmpdir(), 'played-repository-'));
  said: string[] = [];
  /** the answer to every question */
  agrees = true;
  clock = Date.UTC(2026, 10, 29, 2);
  #agent: { destroy(): void } | undefined;

  async open(): Promise<void> {
    this.#agent = routeTo(await this.console.open());
  }

  async close(): Promise<void> {
    this.#agent?.destroy();
    await this.console.close();
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Writes the repository, as its build would. */
  have({ collections, functions }: Small): void {
    rmSync(join(this.root, 'dist'), { recursive: true, force: true });
    mkdirSync(join(this.root, 'config'), { recursive: true });
    writeFileSync(join(this.root, 'config/database.json'), JSON.stringify({ collections }));
    for (const [name, { code, config = {} }] of Object.entries(functions)) {
      const folder = join(this.root, 'dist/cloudfunctions', name);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'index.js'), code);
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, main: 'index.js' }));
      writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
    }
  }

  /** A run of the tool on somebody's computer. */
  async run(who = '白露澄@街道办', keys: Partial<Keys> = {}, root = this.root): Promise<Run> {
    const world = {
      say: (line: string) => void this.said.push(line),
      now: () => this.clock,
      pause: async () => {},
    };
    const cloud = new Cloud({ ...KEYS, ...keys }, world);
    await cloud.open();
    this.#runs += 1;
    const runner = { who, run: `${who}#${this.#runs}`, hasEnded: () => true };
    return {
      cloud,
      runner,
      root,
      release: '0.1.0 abc',
      agree: async () => this.agrees,
      stopped: new AbortController().signal,
    };
  }
  #runs = 0;

  async deploy(options: DeployOptions = {}, who?: string): Promise<boolean> {
    return deploy(await this.run(who), options);
  }
}

/** The refusal that a run ends with, as the command line would say it. */
export async function refusalIn(work: Promise<unknown>): Promise<Refusal> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Fault) return refusalOf(error);
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
