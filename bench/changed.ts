import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reply } from '../contract/actions';
import { addDays } from '../contract/time';
import type { AgentDoc, CaseDoc, OrgDoc } from '../cloudfunctions/domain/documents';
import { MONDAY } from '../demo/cloud';
import { demoDocuments } from '../demo/documents';
import { pastDay } from '../demo/past-cases';
import type { Call } from '../localcloud/server';
import { fill, serve } from './filled';
import type { Section } from './harness';

const CHANGED = 20_000;
/** The year until the demo's Monday. */
const FIRST = '2025-11-24';
const DAYS = 360;
/** What a function has, as it is set up in the cloud. */
const PLATFORM_SECONDS = 20;
/** A run goes on where the one before stopped; no heap takes so many. */
const RUNS = 60;

/** Cases of a year in all of the demo's communities, every one of them touched at one instant: by a mended rule, or by a clock. */
export function changedAtOnce(count: number): CaseDoc[] {
  const demo = demoDocuments() as unknown as { orgs: OrgDoc[]; agents: AgentDoc[] };
  const communities = demo.orgs.filter((one) => one.tier === 'community');
  const perDay = Math.ceil(count / (communities.length * DAYS));
  const days = Array.from({ length: DAYS }, (_, i) => addDays(FIRST, i));
  const cases = days.flatMap((day) =>
    communities.flatMap((community) => {
      const isHere = ({ unit }: OrgDoc | AgentDoc) => unit.community === community._id;
      const grids = demo.orgs.filter((one) => one.tier === 'grid' && isHere(one));
      return pastDay(community, grids, demo.agents.filter(isHere), day, perDay).map(({ kase }) => kase);
    }),
  );
  return cases.slice(0, count).map((kase) => ({ ...kase, touchedAt: MONDAY }));
}

/** The roll-ups of so many cases that changed at once: run after run until the last one is counted. */
export async function changedFigures(functionsDir: string): Promise<Section> {
  const dir = mkdtempSync(join(tmpdir(), 'linli-changed-'));
  try {
    fill(dir, { changed: CHANGED });
    const server = await serve(dir, functionsDir, MONDAY);
    const seconds: number[] = [];
    const counts = { found: 0, days: 0, above: 0 };
    for (let isDone = false; !isDone;) {
      if (seconds.length === RUNS) throw new Error(`${counts.found} of ${CHANGED} after ${RUNS} runs`);
      const started = performance.now();
      const { result } = await server.local<{ result: Reply<Record<string, number>> }>('timers/rollup', {});
      if (!result.ok || result.data.failed) throw new Error(`rollup failed: ${JSON.stringify(result)}`);
      seconds.push((performance.now() - started) / 1000);
      for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] += result.data[key] ?? 0;
      isDone = counts.found >= CHANGED;
    }
    const calls = (await server.local<Call[]>('calls')).filter((call) => call.function === 'rollup');
    await server.stop();
    const all = calls.reduce((sum, call) => sum + call.reads + call.writes, 0);
    return {
      title: `Roll-ups of ${CHANGED.toLocaleString('en')} cases that changed at once`,
      figures: [
        {
          name: 'the longest run',
          value: Math.max(...seconds),
          unit: 's',
          limit: `< ${PLATFORM_SECONDS}`,
          note: `${seconds.length} runs, ${seconds.reduce((sum, one) => sum + one).toFixed(1)} s together`,
        },
        {
          name: 'database calls',
          value: all,
          unit: 'calls',
          note: `${counts.days} days of communities, ${counts.above} sums above`,
        },
      ],
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
