import Database from 'libsql';
import { startDemoCloud } from '../demo/cloud';
import { demoPeople, nobodies } from '../demo/documents';

/**
 * A cloud in a process of its own, to be killed. `TRIAL_KILL=<n>:before|after` kills it at the n-th commit after it is up: just before the database
 * is told to commit, or once the database has and nobody has been answered. `TRIAL_FAIL=<n>:<code>` lets the commits from the n-th on fail with this
 * code of SQLite's, until a line comes on stdin.
 */
const [, killAt = '', when = ''] = /^(\d+):(before|after)$/.exec(process.env.TRIAL_KILL ?? '') ?? [];
const [, failFrom = '', code = ''] = /^(\d+):(\w+)$/.exec(process.env.TRIAL_FAIL ?? '') ?? [];
let commits = 0;
let isUp = false;
let isMended = false;

const { exec } = Database.prototype;
Database.prototype.exec = function (this: Database.Database, sql: string) {
  if (!isUp || sql !== 'COMMIT') return exec.call(this, sql);
  commits += 1;
  if (failFrom && !isMended && commits >= Number(failFrom))
    throw Object.assign(new Error('a fault below the store'), { code });
  if (killAt && when === 'before' && commits === Number(killAt)) process.kill(process.pid, 'SIGKILL');
  const done = exec.call(this, sql);
  if (killAt && when === 'after' && commits === Number(killAt)) process.kill(process.pid, 'SIGKILL');
  return done;
};
process.stdin.on('data', () => (isMended = true));
process.stdin.unref?.();

const [dataDir = '', functionsDir = ''] = process.argv.slice(2);
const started = performance.now();
void startDemoCloud({
  dataDir,
  port: 0,
  timers: false,
  quiet: true,
  reader: true,
  people: [...demoPeople(), ...nobodies(8).slice(1)],
  ...(functionsDir ? { functionsDir } : {}),
}).then(({ url }) => {
  isUp = true;
  process.stdout.write(`${JSON.stringify({ url, ms: Math.round(performance.now() - started) })}\n`);
});
