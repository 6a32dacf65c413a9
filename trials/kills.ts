import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { MONDAY } from '../demo/cloud';
import { connect } from '../demo/client';
import { brokenIn } from './invariants';
import { type Said, addedTo, lostOf, send, underLoad } from './load';
import { kill, serve } from './process';
import { lookInto } from './store';
import { type Trial, chanceOf, collector, roundsOf } from './trial';

const dayMs = 86_400_000;
/** From the start of its process until it answers. */
const UP_MS = 3_000;

/**
 * One folder, killed again and again: at a random instant, just before a commit, and just after one. After each restart what was acknowledged is
 * asked for again by its `requestId` and must come back the same; what was not answered is sent again, as phones do, and must be there once.
 */
export const kills: Trial = {
  name: 'kills',
  promises:
    'kill -9 under load at random instants and at each write: nothing acknowledged lost, nothing twice, the timelines whole, up again within 3 s',
  async run(wish) {
    const { faults, fault } = collector();
    const chance = chanceOf(wish.seed);
    const dataDir = mkdtempSync(join(tmpdir(), 'linli-kills-'));
    let [acknowledged, cut, slowest, tried] = [0, 0, 0, 0];
    let served = await serve(dataDir, envOf(0), wish.functionsDir);
    try {
      for (const round of roundsOf(wish, wish.isShort ? 1 : 200)) {
        await (
          await connect(served.url)
        ).setClock(MONDAY + (round % 4) * dayMs + Math.floor(round / 4) * 7 * dayMs);
        const log: Said[] = [];
        // Every third at a random instant; the others the process itself, at the commit that it was told.
        const enough = 10 + chance.below(150);
        const isByHand = !wish.isShort && round % 3 === 0;
        const { child } = served;
        const isDead = () => child.exitCode !== null || child.signalCode !== null;
        const answered = () => log.reduce((sum, { reply }) => sum + (reply ? 1 : 0), 0);
        await underLoad(served.url, `k${wish.seed}-${round}`, chance, log, () => {
          if (isByHand && !isDead() && answered() >= enough) child.kill('SIGKILL');
          return isDead();
        });
        await kill(served);
        tried += 1;
        served = await serve(dataDir, envOf(round + 1), wish.functionsDir);
        slowest = Math.max(slowest, served.upMs);
        const told = `seed ${wish.seed}, kill ${round} (${isByHand ? 'at any instant' : envOf(round).TRIAL_KILL})`;
        if (!wish.isShort && served.upMs > UP_MS)
          fault(`${told}: up again only after ${Math.round(served.upMs)} ms`);
        const client = await connect(served.url);
        const store = lookInto(dataDir);
        // Before it is asked again, which would make the same once more.
        for (const words of lostOf(log, store.all())) fault(`${told}: ${words}`);
        for (const said of log) {
          // Words added to an open case were looked for where they were said to be: the case may have ended since.
          if (addedTo(said) !== undefined) {
            acknowledged += 1;
            continue;
          }
          const again = await send(client, said).catch(() => undefined);
          // The next kill may come while it is asked: what is not answered now is not asked again.
          if (!again) break;
          if (!said.reply) cut += 1;
          else acknowledged += 1;
          if (said.reply?.ok && !(again.ok && isDeepStrictEqual(again.data, said.reply.data)))
            fault(
              `${told}: ${said.name} was acknowledged with ${JSON.stringify(said.reply.data)}, and then it is ${JSON.stringify(again)}`,
            );
          if (!again.ok && /INTERNAL|STORE_DOWN/.test(again.code))
            fault(`${told}: ${said.name} then answers ${again.code}`);
        }
        for (const words of brokenIn(store.all())) fault(`${told}: ${words}`);
        store.close();
      }
    } finally {
      await kill(served);
      rmSync(dataDir, { recursive: true, force: true });
    }
    const notes = [
      `${acknowledged} acknowledged, ${cut} cut off`,
      `up again within ${(slowest / 1000).toFixed(1)} s`,
    ];
    return { tried, faults, notes };

    /** When this round's process kills itself. */
    function envOf(round: number): Record<string, string> {
      if (wish.isShort) return { TRIAL_ALONE: 'yes', ...(round === 0 && { TRIAL_KILL: '40:after' }) };
      if (round % 3 === 0) return {};
      // Above what asking again costs in commits, so that it falls into the load of its own round.
      const at = 150 + Math.floor(chanceOf(wish.seed + round).next() * 120);
      return { TRIAL_KILL: `${at}:${round % 3 === 1 ? 'before' : 'after'}` };
    }
  },
};
