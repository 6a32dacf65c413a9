import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../demo/client';
import { brokenIn } from './invariants';
import { type Said, send, underLoad } from './load';
import { kill, serve } from './process';
import { lookInto } from './store';
import { type Trial, chanceOf, collector } from './trial';

/** What SQLite says of a disk below it. */
const causes = ['SQLITE_FULL', 'SQLITE_IOERR_FSYNC', 'SQLITE_READONLY', 'SQLITE_IOERR_WRITE'];

/** From some commit on the disk takes nothing, under load; then the cause is gone, and the server goes on without a restart. */
export const disk: Trial = {
  name: 'disk',
  promises:
    'a full disk, a failing fsync, a folder that became read-only: refused in words, pages still open, nothing acknowledged lost, and it goes on when the cause is gone',
  async run(wish) {
    const { faults, fault } = collector();
    const notes: string[] = [];
    let tried = 0;
    for (const cause of wish.isShort ? causes.slice(0, 1) : causes) {
      const dataDir = mkdtempSync(join(tmpdir(), 'linli-disk-'));
      const served = await serve(dataDir, { TRIAL_FAIL: `20:${cause}` }, wish.functionsDir);
      try {
        const log: Said[] = [];
        const refused = () =>
          log.filter(({ reply }) => reply && !reply.ok && reply.code === 'STORE_DOWN').length;
        await underLoad(served.url, `d-${cause}`, chanceOf(wish.seed), log, () => refused() >= 12);
        tried += log.length;
        notes.push(`${cause}: ${refused()} of ${log.length} refused`);
        if (refused() === 0) fault(`${cause}: nothing was refused`);
        for (const { name, reply } of log)
          if (reply && !reply.ok && reply.code === 'INTERNAL') fault(`${cause}: ${name} answers INTERNAL`);
        const client = await connect(served.url);
        const page = await client.call('rs-01', 'cases.mine', {});
        if (!page.ok) fault(`${cause}: a page does not open: ${page.code}`);
        served.child.stdin?.write('mended\n');
        await client.local('clock', { advanceMs: 0 });
        for (const said of log) {
          const again = await send(client, said);
          if (!again.ok && /STORE_DOWN|INTERNAL/.test(again.code))
            fault(`${cause}: ${said.name} still answers ${again.code} when the cause is gone`);
          if (said.reply?.ok && !again.ok)
            fault(`${cause}: ${said.name} was acknowledged, and now ${again.code}`);
        }
        const store = lookInto(dataDir);
        for (const words of brokenIn(store.all())) fault(`${cause}: ${words}`);
        store.close();
      } finally {
        await kill(served);
        rmSync(dataDir, { recursive: true, force: true });
      }
    }
    return { tried, faults, notes };
  },
};
