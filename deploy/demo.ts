import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Cloud } from './cloud';
import { Fault } from './faults';
import { takeLease } from './lease';
import { type DemoMark, RECORDS, markDemo, readRecords } from './records';
import { refuse } from './refusals';
import type { Run } from './session';
import { type Doc, insertDocs, listTables, upsertDoc } from './tables';
import { timeOf } from './time';

/** The demo community, as `demo/seed.ts` prints it: documents, and an invitation a post with what its tester types. */
export interface Seed {
  collections: Record<string, Doc[]>;
  invitations: Doc[];
  testers: { invitation: string; post: string; name: string; phone: string; digits: string }[];
}

/** What is written without anybody's doing: by the timer, and by who begins an installation. */
const OWN = new Set([RECORDS, 'runs', 'marks', 'installation']);
const SEED_MAX = 64 * 1024 * 1024;
/** Documents that go in one call. */
const PORTION = 50;

export function readSeed(root: string): Seed {
  const tsx = createRequire(join(root, 'package.json')).resolve('tsx/cli');
  const told = execFileSync(process.execPath, [tsx, 'demo/seed.ts'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: SEED_MAX,
  });
  return JSON.parse(told) as Seed;
}

/** Before anything is done: refuses an environment that is not for trying, or not empty, and says what would be put into it. */
export async function planDemo(cloud: Cloud, seed: Seed, isReal: boolean): Promise<void> {
  if (isReal) throw refuse('DEMO_REAL', cloud.keys.env);
  const mark = await expectEmpty(cloud);
  for (const line of demoWords(seed, mark)) cloud.world.say(line);
}

/** How far an earlier run came; refuses where there are documents that none of ours put there. */
async function expectEmpty(cloud: Cloud): Promise<DemoMark | undefined> {
  const tables = await listTables(cloud);
  const isKnown = tables.some(({ name }) => name === RECORDS);
  const mark = isKnown ? (await readRecords(cloud)).demo : undefined;
  if (mark) return mark;
  const held = tables.filter(({ name, count }) => count > 0 && !OWN.has(name));
  if (held.length === 0) return undefined;
  const total = held.reduce((sum, { count }) => sum + count, 0);
  throw refuse('DEMO_NOT_EMPTY', total, held.map(({ name, count }) => `${name} ${count}`).join('、'));
}

function demoWords({ collections, testers }: Seed, mark: DemoMark | undefined): string[] {
  if (mark?.state === 'done')
    return [`演示数据已经放好了（${mark.who} 在 ${timeOf(mark.at)}）。没有用过的邀请会换一份新的。`];
  const counts = Object.entries(collections).map(([name, docs]) => `${name} ${docs.length} 条`);
  return [
    `${mark ? '演示数据放到一半，接着放' : '放演示数据'}：${counts.join('、')}，人名、电话都是虚构的。`,
    `  试的人用邀请进来，不用改数据库：${testers.length}个岗位（${testers.map(({ post }) => post).join('、')}），一个岗位一份手机号和邀请码，放好以后列出来。`,
    '  居民不用邀请，在小程序里自己登记。',
  ];
}

/** Puts it in, or goes on where an earlier run stopped, and says how testers get in. Nothing that is there is changed. */
export async function fillDemo(run: Run, seed: Seed): Promise<void> {
  const { cloud, runner, stopped } = run;
  const { say, now } = cloud.world;
  if (!(await run.agree('放演示数据吗？'))) throw refuse('NOT_AGREED');
  const held = await takeLease(cloud, runner);
  const taken = new Set<string>();
  try {
    // Somebody may have begun to use it meanwhile, and another run may have filled it.
    const mark = await expectEmpty(cloud);
    if (mark?.state !== 'done') {
      await markDemo(cloud, { state: 'filling', who: runner.who, at: now() });
      for (const [table, docs] of Object.entries(seed.collections))
        for (let from = 0; from < docs.length; from += PORTION) {
          if (stopped.aborted) throw refuse('STOPPED');
          await held.keep();
          const some = docs.slice(from, from + PORTION);
          say(`放 ${table}：${from + some.length}/${docs.length}`);
          await insertDocs(cloud, table, some);
        }
    }
    for (const doc of seed.invitations) if (!(await invite(cloud, doc))) taken.add(doc._id);
    if (mark?.state !== 'done') await markDemo(cloud, { state: 'done', who: runner.who, at: now() });
  } finally {
    await held.giveBack().catch(() => undefined);
  }
  for (const line of testerWords(seed, taken, cloud.keys.env)) say(line);
}

/** An invitation that nobody has taken is made anew; one that was taken stays. */
async function invite(cloud: Cloud, { _id, ...doc }: Doc): Promise<boolean> {
  try {
    await upsertDoc(cloud, 'invitations', { _id, open: true }, { $set: doc });
    return true;
  } catch (error) {
    if (error instanceof Fault && error.isDuplicate) return false;
    throw error;
  }
}

function testerWords({ testers }: Seed, taken: ReadonlySet<string>, env: string): string[] {
  return [
    '演示数据放好了。试的人这样进来：',
    '  打开体验版，点“我的 → 有人请我来做代办员或管理员”，照下面填手机号和邀请码，一份给一个人，7天内有效。',
    '  一个人可以用几份：先做管理员，再做代办员。至少要有一位代办员，请代办的事才有人接。',
    ...testers.map(({ invitation, post, name, phone, digits }) =>
      taken.has(invitation)
        ? `  ${post}（${name}）：已经有人了`
        : `  ${post}（${name}）：手机号 ${phone}，邀请码 ${digits}`,
    ),
    '  居民不用邀请：点一件事请代办员办，按小区名字找到社区，填姓名和手机号就登记了。',
    `  过了7天，或者邀请码丢了：再运行一次 npm run deploy -- --env ${env} --demo，没用过的换成新的。`,
  ];
}
