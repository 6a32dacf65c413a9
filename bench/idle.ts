import type { Call } from '../localcloud/server';
import { instantOf } from '../contract/time';
import { type Section, startServer } from './harness';

const MINUTE = 60_000;
const DAY = 24 * 60;
const MONTH_DAYS = 30;

/** What the one timer costs a community where nothing happens: every minute of a day is played, a month is thirty of them. */
export async function idle(functionsDir: string): Promise<Section> {
  const server = await startServer(functionsDir);
  const from = instantOf('2026-11-24');
  const beat = (at: number) => server.setClock(at).then(() => server.local('timers/beat', {}));
  // What the first round finds to do is no part of a quiet day.
  await beat(from);
  await beat(from + MINUTE);
  const before = (await server.local<Call[]>('calls')).length;
  for (let minute = 2; minute < DAY + 2; minute += 1) await beat(from + minute * MINUTE);
  const calls = (await server.local<Call[]>('calls')).slice(before);
  await server.stop();
  const asked = calls.reduce(
    (sum, { reads, writes, begins, commits }) => sum + reads + writes + begins + commits,
    0,
  );
  const beats = calls.filter((call) => call.function === 'beat').length;
  return {
    title: 'A month without anything to do (a day played minute by minute, times thirty)',
    figures: [
      {
        name: 'runs and database calls of all timers',
        value: (calls.length + asked) * MONTH_DAYS,
        unit: 'calls',
        limit: '< 90,000',
        note: `${beats} beats, ${calls.length - beats} other runs and ${asked} database calls a day`,
      },
    ],
  };
}
