import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { triedClock, triedDocuments, triedTimer } from './time';

const MONDAY = Date.UTC(2026, 10, 23, 2);

/** A zone is a process's own: the tests' cannot be changed. */
const ask =
  "import { triedZone } from './cloudfunctions/domain/check/time'; console.log(JSON.stringify(triedZone(new Date(0).getTimezoneOffset())));";

it.each([
  ['UTC', 'UTC+0'],
  ['America/New_York', 'UTC-5'],
  ['Asia/Shanghai', 'UTC+8'],
])('days and hours are those of Beijing in a function that runs in %s', (TZ, name) => {
  const told = execFileSync(process.execPath, [require.resolve('tsx/cli'), '-e', ask], {
    cwd: join(__dirname, '../../..'),
    encoding: 'utf8',
    env: { ...process.env, TZ },
  });
  expect(JSON.parse(told)).toEqual({
    what: '时区',
    state: 'fine',
    found: `函数的时区是 ${name}，日期和钟点都按北京时间算`,
  });
});

it.each([
  [0, 'fine'],
  [120_000, 'fine'],
  [-120_000, 'fine'],
  [120_001, 'wrong'],
  [-600_000, 'wrong'],
])('two clocks that are %d ms apart are %s', (apart, state) => {
  expect(triedClock(MONDAY, MONDAY + apart, '您这边').state).toBe(state);
});

it.each<[number | undefined, string]>([
  [undefined, 'unsure'],
  [MONDAY, 'fine'],
  [MONDAY - 1_800_000, 'fine'],
  [MONDAY - 1_800_001, 'wrong'],
])('a timer whose next round is due at %p is %s', (until, state) => {
  expect(triedTimer(until, MONDAY).state).toBe(state);
});

it('documents that are behind are being brought on, and nothing is wrong with that yet', () => {
  expect(triedDocuments(0)).toMatchObject({ state: 'unsure', todo: expect.stringContaining('migrate') });
  expect(triedDocuments(1000).state).toBe('fine');
});
