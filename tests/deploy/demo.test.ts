import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import database from '../../config/database.json';
import { commandOf } from '../../deploy/command';
import { type Seed, fillDemo, planDemo, readSeed } from '../../deploy/demo';
import { status } from '../../deploy/status';
import { emptyOptions } from '../../demo/cloud';
import { trialSeed } from '../../demo/trial-seed';
import { instantOf } from '../../contract/time';
import { type TestCloud, startTestCloud } from '../support/cloud';
import { Played, refusalIn, small } from './played';

/** `--demo`: the demo community in an empty trial environment, and a way in for those who try it. */
let played: Played;
let seed: Seed;
beforeEach(async () => {
  played = new Played();
  await played.open();
  played.clock = instantOf('2026-11-23', '10:00');
  seed = trialSeed(played.clock, randomBytes) as unknown as Seed;
  played.have({ ...small(), collections: database.collections as never });
  await played.deploy();
  played.said = [];
  played.console.mend();
});
afterEach(() => played.close());

const plan = async (isReal = false) => planDemo((await played.run()).cloud, seed, isReal);
const fill = async (more: { agree?: () => Promise<boolean>; stopped?: AbortSignal } = {}) =>
  fillDemo({ ...(await played.run()), ...more }, seed);
const said = () => played.said.join('\n');
const docsIn = (name: string) => played.env.tables.get(name).docs;
/** Everything but the records of the tool itself. */
const held = () =>
  Object.fromEntries(
    [...played.env.tables.all]
      .filter(([name, { docs }]) => name !== 'deployments' && docs.length > 0)
      .map(([name, { docs }]) => [name, [...docs].sort((a, b) => (a._id < b._id ? -1 : 1))]),
  );

it('says beforehand what it puts where and how testers get in, and changes nothing', async () => {
  await plan();
  expect(played.console.writes).toEqual([]);
  expect(played.said).toEqual([
    `放演示数据：orgs ${seed.collections.orgs?.length} 条、people 12 条、services ${seed.collections.services?.length} 条，人名、电话都是虚构的。`,
    expect.stringMatching(/^ {2}试的人用邀请进来，不用改数据库：15个岗位（.*新民社区代办员.*铁锋区管理员）/),
    '  居民不用邀请，在小程序里自己登记。',
  ]);
});

it('puts it in by portions, and prints a number and six digits for each post', async () => {
  await fill();
  expect(Object.fromEntries(Object.entries(held()).map(([name, { length }]) => [name, length]))).toEqual({
    invitations: 15,
    orgs: seed.collections.orgs?.length,
    people: 12,
    services: seed.collections.services?.length,
  });
  expect(played.said.filter((line) => /手机号 0452\d+，邀请码 \d{6}$/.test(line))).toHaveLength(15);
  played.said = [];
  await status((await played.run()).cloud);
  expect(said()).toMatch(/里面是演示数据，白露澄@街道办 在 2026.* 放的。/);
});

it('keeps no identity of the demo, no staff whom nobody can be, and no digits', async () => {
  await fill();
  const text = JSON.stringify(held());
  expect(text).not.toContain('demo-');
  expect(docsIn('agents')).toEqual([]);
  expect(docsIn('orgs').every(({ managers }) => (managers as []).length === 0)).toBe(true);
  expect(docsIn('people').every(({ openid, agentId }) => openid === undefined && agentId === undefined)).toBe(
    true,
  );
  for (const { digits } of seed.testers) expect(text).not.toContain(`"${digits}"`);
});

it('is refused for the environment that residents use, whatever is in it', async () => {
  const refusal = await refusalIn(plan(true));
  expect(refusal.code).toBe('DEMO_REAL');
  expect(refusal.message).toContain('npm run deploy -- --env trial --demo');
});

it('is refused where there are documents, with how many and where; what the timer writes does not count', async () => {
  docsIn('runs').push({ _id: 'beat' }, { _id: 'migrate' });
  docsIn('marks').push({ _id: 'rollup' });
  await plan();
  docsIn('people').push({ _id: 'p1' }, { _id: 'p2' });
  docsIn('cases').push({ _id: 'c1' });
  const refusal = await refusalIn(plan());
  expect(refusal.code).toBe('DEMO_NOT_EMPTY');
  expect(refusal.message).toContain('已经有 3 条记录（people 2、cases 1）');
  expect((await refusalIn(fill())).code).toBe('DEMO_NOT_EMPTY');
  expect(played.console.writes.filter(({ body }) => JSON.stringify(body).includes('setOnInsert'))).toEqual(
    [],
  );
});

it('does nothing when the person says no', async () => {
  expect((await refusalIn(fill({ agree: async () => false }))).code).toBe('NOT_AGREED');
  expect(played.console.writes).toEqual([]);
});

it('sees who began to use the environment between the plan and the lease', async () => {
  const agree = async () => docsIn('people').push({ _id: 'p1' }) > 0;
  expect((await refusalIn(fill({ agree }))).code).toBe('DEMO_NOT_EMPTY');
});

it('stops between two portions when asked to, and gives the lease back', async () => {
  const stopping = new AbortController();
  played.console.meanwhile = ({ body }) => {
    if (JSON.stringify(body).includes('setOnInsert')) stopping.abort();
  };
  expect((await refusalIn(fill({ stopped: stopping.signal }))).code).toBe('STOPPED');
  expect(docsIn('deployments').some(({ _id }) => _id === 'lease')).toBe(false);
  played.console.meanwhile = undefined;
  played.said = [];
  await plan();
  expect(said()).toContain('演示数据放到一半，接着放');
});

it.each(['dropped', 'lost'] as const)(
  'cut at each of its calls (%s), is finished by the next run',
  async (how) => {
    const begin = played.env.copy();
    played.console.mend();
    await fill();
    const calls = played.console.calls.length;
    const whole = held();
    expect(calls).toBeGreaterThan(25);
    // The first opens the environment, the last gives the lease back.
    for (let at = 2; at < calls; at += 1) {
      begin();
      played.console.mend();
      const run = await played.run();
      played.console.cut(at - 1, how);
      expect([at, (await refusalIn(fillDemo(run, seed))).code]).toEqual([at, 'NO_NETWORK']);
      played.console.mend();
      await fill();
      expect([at, held()]).toEqual([at, whole]);
    }
  },
);

it('waits while the cloud has too many calls', async () => {
  played.console.busy = new Map([['RunCommands', 3]]);
  await fill();
  expect(docsIn('people')).toHaveLength(12);
});

it('run again changes nothing that is used, and makes new digits where an invitation was not taken', async () => {
  await fill();
  docsIn('people').push({ _id: 'someone', name: '真来试的人' });
  const resident = docsIn('people').find(({ _id }) => _id === 'rs-01');
  Object.assign(resident ?? {}, { name: '改过的名字' });
  const [first, second] = seed.testers;
  if (!first || !second) throw new Error('no testers');
  Object.assign(docsIn('invitations').find(({ _id }) => _id === first.invitation) ?? {}, { open: false });
  const before = structuredClone(docsIn('invitations'));
  seed = trialSeed(played.clock, randomBytes) as unknown as Seed;
  played.said = [];
  await plan();
  expect(said()).toContain('演示数据已经放好了');
  await fill();
  expect(docsIn('people').find(({ _id }) => _id === 'rs-01')).toMatchObject({ name: '改过的名字' });
  const now = docsIn('invitations');
  const changed = now.filter(({ _id, digits }) => before.find((one) => one._id === _id)?.digits !== digits);
  expect(changed).toHaveLength(14);
  expect(said()).toContain(`  ${first.post}（${first.name}）：已经有人了`);
});

it('is a word of the command line that goes with a deployment alone', () => {
  expect(commandOf(['--env', 'trial', '--demo'])).toMatchObject({ verb: 'deploy', demo: true });
  expect(() => commandOf(['--status', '--demo'])).toThrow('看不懂“--demo”');
});

it('comes from the repository as it is', () => {
  const read = readSeed(join(__dirname, '../..'));
  expect(read.collections).toEqual(JSON.parse(JSON.stringify(seed.collections)));
  expect(read.testers).toHaveLength(15);
});

describe('who tries it, on the real functions', () => {
  let cloud: TestCloud;
  beforeEach(async () => {
    await fill();
    cloud = await startTestCloud({ ...emptyOptions(), seed: held() });
  });
  afterEach(() => cloud.close());

  const typed = (post: string) => {
    const line = played.said.find((one) => one.startsWith(`  ${post}（`));
    const [, phone = '', digits = ''] = /手机号 (\d+)，邀请码 (\d{6})$/.exec(line ?? '') ?? [];
    return { phone, digits };
  };
  const takes = (tester: string, post: string) =>
    cloud.ok(tester, 'account.accept', { ...typed(post), consent: true });

  it('is an agent and a manager by what was printed; a resident joins, asks, and that agent does it', async () => {
    await takes('nobody', '新民社区管理员');
    await takes('nobody', '铁锋区管理员');
    await takes('nobody-2', '新民社区代办员');
    const me = { name: '试一试', phone: '15500000103', address: '晴川里小区1号楼1单元101' };
    await cloud.ok('nobody-3', 'account.join', { orgId: 'cm-xinmin', ...me, consent: true });
    const wish = { serviceCode: 'disability-certificate', mode: 'counter', note: '想办残疾证' } as const;
    const { caseId } = await cloud.ok('nobody-3', 'cases.submit', wish);
    await cloud.ok('nobody-2', 'cases.accept', { caseId });
    const { case: kase } = await cloud.ok('nobody', 'cases.detail', { caseId });
    expect(kase.state).toBe('in_progress');
    expect((await cloud.ok('nobody', 'admin.health', { orgId: 'ds-tiefeng' })).troubles).toEqual([]);
  });
});
