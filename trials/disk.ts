import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../demo/client';
import { injure } from './injure';
import { brokenIn } from './invariants';
import { type Said, send, underLoad } from './load';
import { kill, serve } from './process';
import { type StoreLook, lookInto } from './store';
import { type Outcome, type Trial, type Wish, chanceOf, collector } from './trial';

/** What SQLite says of a disk below it. */
const causes = ['SQLITE_FULL', 'SQLITE_IOERR_FSYNC', 'SQLITE_READONLY', 'SQLITE_IOERR_WRITE'];
/** From this commit on the disk takes nothing, until so many were refused. */
const enough = (isShort: boolean) => (isShort ? { from: 5, refused: 4 } : { from: 20, refused: 12 });

/** A cloud whose disk takes nothing from some commit on. */
interface Injured {
  cause: string;
  url: string;
  mend(): void;
  store(): StoreLook;
}

/** From some commit on the disk takes nothing, under load; then the cause is gone, and the server goes on without a restart. */
export const disk: Trial = {
  name: 'disk',
  promises:
    'a full disk, a failing fsync, a folder that became read-only: refused in words, pages still open, nothing acknowledged lost, and it goes on when the cause is gone',
  async run(wish) {
    const { lent } = wish;
    if (lent) {
      const [cause = ''] = causes;
      const before = lent.store.all();
      const mend = injure({ fails: { from: enough(true).from, code: cause } });
      try {
        return await tryDisk({ cause, url: lent.url, mend, store: () => lent.store }, wish);
      } finally {
        mend();
        lent.store.restore(before);
      }
    }
    const outcomes: Outcome[] = [];
    for (const cause of wish.isShort ? causes.slice(0, 1) : causes)
      outcomes.push(await inProcess(cause, wish));
    return {
      tried: outcomes.reduce((sum, { tried }) => sum + tried, 0),
      faults: outcomes.flatMap(({ faults }) => faults),
      notes: outcomes.flatMap(({ notes = [] }) => notes),
    };
  },
};

async function inProcess(cause: string, wish: Wish): Promise<Outcome> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-disk-'));
  const served = await serve(
    dataDir,
    { TRIAL_FAIL: `${enough(wish.isShort).from}:${cause}` },
    wish.functionsDir,
  );
  let store: StoreLook | undefined;
  try {
    return await tryDisk(
      {
        cause,
        url: served.url,
        mend: () => served.child.stdin?.write('mended\n'),
        store: () => (store = lookInto(dataDir)),
      },
      wish,
    );
  } finally {
    store?.close();
    await kill(served);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function tryDisk({ cause, url, mend, store }: Injured, { seed, isShort }: Wish): Promise<Outcome> {
  const { faults, fault } = collector();
  const log: Said[] = [];
  const refused = () => log.filter(({ reply }) => reply && !reply.ok && reply.code === 'STORE_DOWN').length;
  await underLoad(url, `d-${cause}`, chanceOf(seed), log, () => refused() >= enough(isShort).refused);
  if (refused() === 0) fault(`${cause}: nothing was refused`);
  for (const { name, reply } of log)
    if (reply && !reply.ok && reply.code === 'INTERNAL') fault(`${cause}: ${name} answers INTERNAL`);
  const client = await connect(url);
  const page = await client.call('rs-01', 'cases.mine', {});
  if (!page.ok) fault(`${cause}: a page does not open: ${page.code}`);
  const notes = [`${cause}: ${refused()} of ${log.length} refused`];
  mend();
  await client.local('clock', { advanceMs: 0 });
  for (const said of log) {
    const again = await send(client, said);
    if (!again.ok && /STORE_DOWN|INTERNAL/.test(again.code))
      fault(`${cause}: ${said.name} still answers ${again.code} when the cause is gone`);
    if (said.reply?.ok && !again.ok) fault(`${cause}: ${said.name} was acknowledged, and now ${again.code}`);
  }
  for (const words of brokenIn(store().all())) fault(`${cause}: ${words}`);
  return { tried: log.length, faults, notes };
}
