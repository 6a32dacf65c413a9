import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { hostname, userInfo } from 'node:os';
import path from 'node:path';
import { version } from '../package.json';
import { back } from './back';
import { byHand } from './by-hand';
import { Cloud } from './cloud';
import { type Command, commandOf, help } from './command';
import { fillDemo, planDemo, readSeed } from './demo';
import { deploy } from './deploy';
import { Fault, refusalOf } from './faults';
import { keys } from './keys';
import type { Runner } from './lease';
import { logs } from './logs';
import { sendMiniProgram } from './mini-program';
import { Refusal } from './refusals';
import type { Run } from './session';
import { keysOf, readSettings } from './settings';
import { selfCheck } from './self-check';
import { status } from './status';
import { Terminal } from './terminal';

/** `npm run deploy`: reads the command line, finds the keys, and hands on to the verb. */
const root = path.resolve(__dirname, '..');
const terminal = new Terminal();
const stopping = new AbortController();

/** Whatever is printed, no key is in it. */
const secrets: string[] = [];
const masked = (line: string): string =>
  secrets.reduce((text, secret) => text.replaceAll(secret, '***'), line);

async function main(command: Command): Promise<void> {
  if (command.verb === 'help') return console.log(help);
  const { appId, label, ...given } = await keysOf(root, command.env, (question, options) =>
    terminal.ask(question, options),
  );
  secrets.push(given.secretKey, given.secretId);
  const cloud = new Cloud(given, {
    say: (line) => console.log(masked(line)),
    now: Date.now,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  await cloud.open();
  const release = releaseOf();
  const run: Run = {
    cloud,
    runner: runnerOf(),
    root,
    release,
    agree: async (question) =>
      command.yes || /^(y|yes|是|好)$/i.test((await terminal.ask(`${question}[y/N]`)) ?? ''),
    stopped: stopping.signal,
  };
  // The first Ctrl-C lets the step come to its end; the second is the system's own.
  process.once('SIGINT', () => {
    console.log('做完这一步就停。');
    stopping.abort();
  });
  await verbs[command.verb](run, command, { appId, label });
  const { reads, writes } = cloud.calls;
  console.log(`调用云接口 ${reads + writes} 次，其中改动 ${writes} 次。`);
}

type Verb = (run: Run, command: Command, named: { appId: string; label: string }) => Promise<unknown>;

const verbs: Record<Exclude<Command['verb'], 'help'>, Verb> = {
  back,
  status: ({ cloud }) => status(cloud),
  check: ({ cloud }) => selfCheck(cloud),
  logs: ({ cloud }) => logs(cloud),
  keys: (run, { key }) => keys(run, key),
  deploy: async (run, command, named) => {
    const tsx = createRequire(__filename).resolve('tsx/cli');
    execFileSync(process.execPath, [tsx, 'scripts/build-functions.ts'], { cwd: root, stdio: 'inherit' });
    const { cloud, release } = run;
    const seed = command.demo ? readSeed(root) : undefined;
    if (seed) await planDemo(cloud, seed, isReal(named.label, cloud.keys.env));
    const isChanged = await deploy(run, command);
    if (command.planOnly) return;
    if (seed) await fillDemo(run, seed);
    await selfCheck(cloud, !isChanged);
    const { say } = cloud.world;
    if (command.miniProgram !== 'leave')
      await sendMiniProgram(command.miniProgram, { root, env: cloud.keys.env, release, say, ...named });
    say('剩下的要到控制台里点，做过的可以跳过：');
    for (const line of byHand(root, cloud.env.domain)) say(line);
  },
};

/** Is it the one that residents use, by whichever name it was asked for? */
const isReal = (label: string, env: string): boolean =>
  label === 'real' || readSettings(root).environments?.real === env;

function releaseOf(): string {
  try {
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return `${version} ${commit.trim()}`;
  } catch {
    // Unpacked from an archive: there is no commit to name.
    return version;
  }
}

function runnerOf(): Runner {
  const computer = `${userInfo().username}@${hostname()}`;
  return {
    who: computer,
    run: `${computer}#${process.pid}`,
    hasEnded: (other) => {
      try {
        process.kill(Number(other.split('#').pop()), 0);
        return false;
      } catch {
        return true;
      }
    },
  };
}

async function start(): Promise<void> {
  let sends = false;
  try {
    const command = commandOf(process.argv.slice(2));
    sends = command.miniProgram !== 'leave';
    await main(command);
  } catch (error) {
    const known = error instanceof Fault ? refusalOf(error) : error;
    console.error(masked(known instanceof Refusal ? known.message : String((known as Error).stack ?? known)));
    process.exitCode = 1;
  } finally {
    terminal.close();
  }
  // WeChat's tool leaves processes of its own behind, and this one would wait for them.
  if (sends) process.exit();
}

void start();
