import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MONDAY } from '../demo/cloud';
import { connect } from '../demo/client';
import { brokenIn } from './invariants';
import { type Said, lostOf, underLoad } from './load';
import { kill, serve } from './process';
import { lookInto } from './store';
import { type Trial, chanceOf, collector, roundsOf } from './trial';

const dayMs = 86_400_000;

/**
 * A power cut, under load, again and again: the server writes through a layer (`platter.c`) that puts a copy of each file aside when it is synced. It
 * is killed, and what the system still had in memory is thrown away: of the database nothing remains but those copies.
 */
export const power: Trial = {
  name: 'power',
  promises:
    'a power cut under load, on a disk that keeps what was synced and nothing else: nothing acknowledged lost',
  notInTests: 'tests/localcloud/durability.test.ts',
  async run(wish) {
    const own = mkdtempSync(join(tmpdir(), 'linli-power-'));
    const library = layerIn(own);
    if (!library) {
      rmSync(own, { recursive: true });
      return { tried: 0, faults: [], notes: ['UNSURE: the layer is built by `cc`, which is not here'] };
    }
    const { faults, fault } = collector();
    const chance = chanceOf(wish.seed);
    const [dataDir, platter] = [join(own, 'data'), join(own, 'platter')];
    for (const folder of [dataDir, platter]) mkdirSync(folder);
    const env = { LD_PRELOAD: library, TRIAL_FOLDER: dataDir, TRIAL_PLATTER: platter };
    let served = await serve(dataDir, env, wish.functionsDir);
    let [tried, acknowledged, thrown] = [0, 0, 0];
    try {
      for (const round of roundsOf(wish, wish.isShort ? 3 : 20)) {
        const client = await connect(served.url);
        await client.setClock(MONDAY + (round % 4) * dayMs + Math.floor(round / 4) * 7 * dayMs);
        const log: Said[] = [];
        const enough = 10 + chance.below(150);
        const { child } = served;
        const isDead = () => child.exitCode !== null || child.signalCode !== null;
        await underLoad(served.url, `p${wish.seed}-${round}`, chance, log, () => {
          if (!isDead() && log.filter(({ reply }) => reply).length >= enough) child.kill('SIGKILL');
          return isDead();
        });
        await kill(served);
        thrown += cut(dataDir, platter);
        served = await serve(dataDir, env, wish.functionsDir);
        tried += 1;
        acknowledged += log.filter(({ reply }) => reply?.ok).length;
        const told = `seed ${wish.seed}, power cut ${round}`;
        const store = lookInto(dataDir);
        const kept = store.all();
        store.close();
        for (const words of [...lostOf(log, kept), ...brokenIn(kept)]) fault(`${told}: ${words}`);
      }
    } finally {
      await kill(served);
      rmSync(own, { recursive: true, force: true });
    }
    return {
      tried,
      faults,
      notes: [`${acknowledged} acknowledged; ${thrown} files were otherwise in memory than on the disk`],
    };
  },
};

/** Builds the layer; undefined where there is no compiler. */
function layerIn(folder: string): string | undefined {
  const library = join(folder, 'platter.so');
  const source = join(__dirname, 'platter.c');
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl'], { stdio: 'pipe' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  return library;
}

const filesIn = (folder: string) =>
  readdirSync(folder).filter((name) => /^database\.sqlite(-wal)?$/.test(name));

/** Once the server is dead: puts back what lay on the disk. Gives how many files were otherwise. */
function cut(dataDir: string, platter: string): number {
  const synced = filesIn(platter);
  if (!synced.includes('database.sqlite')) throw new Error('nothing was synced through the layer');
  const before = new Map(filesIn(dataDir).map((name) => [name, readFileSync(join(dataDir, name))]));
  for (const name of readdirSync(dataDir))
    if (name.startsWith('database.sqlite')) rmSync(join(dataDir, name));
  for (const name of synced) copyFileSync(join(platter, name), join(dataDir, name));
  return synced.filter((name) => !before.get(name)?.equals(readFileSync(join(dataDir, name)))).length;
}
