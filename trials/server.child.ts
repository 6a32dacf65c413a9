import { startDemoCloud } from '../demo/cloud';
import { demoPeople, nobodies } from '../demo/documents';
import { injure } from './injure';

/**
 * A cloud in a process of its own, to be killed. `TRIAL_KILL=<n>:before|after` kills it at the n-th commit after it is up. `TRIAL_FAIL=<n>:<code>` lets the
 * commits from the n-th on fail, until a line comes on stdin. `TRIAL_ALONE` has it answer looks itself, without a reader.
 */
const [, killAt = '', when = ''] = /^(\d+):(before|after)$/.exec(process.env.TRIAL_KILL ?? '') ?? [];
const [, failFrom = '', code = ''] = /^(\d+):(\w+)$/.exec(process.env.TRIAL_FAIL ?? '') ?? [];

const [dataDir = '', functionsDir = ''] = process.argv.slice(2);
const started = performance.now();
void startDemoCloud({
  dataDir,
  port: 0,
  timers: false,
  quiet: true,
  reader: !process.env.TRIAL_ALONE,
  people: [...demoPeople(), ...nobodies(8).slice(1)],
  ...(functionsDir ? { functionsDir } : {}),
}).then(({ url }) => {
  const mend = injure({
    ...(failFrom ? { fails: { from: Number(failFrom), code } } : {}),
    ...(killAt ? { dies: { at: Number(killAt), when: when === 'after' ? 'after' : 'before' } } : {}),
  });
  process.stdin.once('data', mend);
  process.stdin.unref?.();
  process.stdout.write(`${JSON.stringify({ url, ms: Math.round(performance.now() - started) })}\n`);
});
