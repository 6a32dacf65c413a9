import { join } from 'node:path';
import { selfCheck } from '../../deploy/self-check';
import { type TestCloud, startTestCloud } from '../support/cloud';
import { Played, answers, small } from './played';

/** Step 4: the real client asks the played console, whose function `admin` is the built one on the local cloud. */
let played: Played;
let cloud: TestCloud;
beforeEach(async () => {
  played = new Played();
  await played.open();
  cloud = await startTestCloud({ functionsDir: join(__dirname, '../../dist/cloudfunctions') });
  await cloud.setClock(played.clock);
  await cloud.timer('beat');
  played.env.functions.answers = async (name, event) =>
    (await cloud.local<{ result: unknown }>('operate', { function: name, event })).result;
  const wanted = small();
  wanted.functions.admin = { code: answers('admin 1') };
  played.have(wanted);
  await played.deploy();
  played.said = [];
  played.console.calls.length = 0;
});
afterEach(async () => {
  await played.close();
  await cloud.close();
});

const check = async () => selfCheck((await played.run()).cloud);
const said = () => played.said.join('\n');

it('says what was tried, a line each, and changes nothing', async () => {
  expect(await check()).toBe(true);
  expect(played.console.writes).toEqual([]);
  expect(played.said).toEqual([
    '检查一遍：',
    '  【好】集合权限：3个集合都是“所有用户不可读写”',
    '  【好】索引：3个都在',
    '  【好】云存储权限：仅创建者可读写',
    '  【好】云函数：3个都在，代码、设置和时区（TZ）都对',
    '  【好】定时器：1个都在',
    '  【好】云函数 account 取手机号：能用',
    '  【好】云函数 notify 发订阅消息：能用',
    '  【好】云函数 notify 看消息模板：能用',
    '  【好】云函数 reviews 检查文字：能用',
    '  【好】云函数 sweep 检查文字：能用',
    '  【好】云函数 sweep 检查照片：能用',
    '  【好】云函数 units 画小程序码：能用',
    '  【好】消息模板“派单和催办”：编号和关键词都对',
    '  【好】消息模板“办到哪一步”：编号和关键词都对',
    '  【好】消息模板“还缺什么材料”：编号和关键词都对',
    '  【好】消息模板“办好了没有”：编号和关键词都对',
    '  【好】时钟：云上是11月29日 周日 10:00，和这台电脑一样',
    expect.stringMatching(/^ {2}【好】时区：函数的时区是 UTC[+-]\d+，日期和钟点都按北京时间算$/),
    '  【好】定时的事：上一遍在11月29日 周日 10:00',
    '  【好】老数据：已经是这一版的',
    '20样都好。',
  ]);
});

it('does not look a second time at what a deployment has just seen to be as it should', async () => {
  await selfCheck((await played.run()).cloud, true);
  expect(played.console.calls.map(({ action }) => action)).toEqual(['DescribeEnvInfo', 'Invoke']);
  expect(played.said[1]).toBe('  【好】集合、索引、权限、云函数、定时器：刚看过，和这一版一样');
});

it('finds what was changed in the console since, by name', async () => {
  played.env.tables.get('people').acl = 'READONLY';
  played.env.tables.get('cases').indexes = [];
  played.env.storageAcl = 'READONLY';
  played.env.functions.get('cases').variables = [];
  played.env.functions.get('beat').triggers = [];
  expect(await check()).toBe(false);
  expect(said()).toContain('【要办】集合权限：不对的有 people');
  expect(said()).toContain('【要办】索引：不对的有 cases.no_1_unique、cases.unit_community_1_at_-1');
  expect(said()).toContain('【要办】云存储权限');
  expect(said()).toContain('【要办】云函数：不对的有 cases');
  expect(said()).toContain('【要办】定时器：不对的有 beat');
  expect(said()).toContain('      再运行一次 npm run deploy，会补上。');
});

it('passes on what the function found: a permission, and a clock that is off by ten minutes', async () => {
  await cloud.local('faults', { api: 'wxacode.getUnlimited', errcode: -604101, times: 1 });
  played.clock += 10 * 60_000;
  expect(await check()).toBe(false);
  expect(said()).toContain('【要办】云函数 units 画小程序码：没有权限（微信代码-604101）');
  expect(said()).toContain('      打开微信开发者工具，在云函数 units 上点右键');
  expect(said()).toContain(
    '【要办】时钟：云上是11月29日 周日 10:00，这台电脑是11月29日 周日 10:10，差了10分钟',
  );
  expect(played.said.at(-1)).toBe(
    '20样里，要办的2样，没试出来的0样。办完再检查一遍：npm run deploy -- --env linli-3d4e5f --check',
  );
});

it.each([
  ['does not know it: a version of before', async () => ({ ok: false, code: 'UNKNOWN_ACTION' })],
  ['takes it for a stranger’s', async () => ({ ok: false, code: 'FORBIDDEN' })],
])('says where it can be done instead when the function %s', async (_name, answer) => {
  played.env.functions.answers = answer;
  expect(await check()).toBe(true);
  expect(said()).toContain(`云函数 admin 没有试（${(await answer()).code}）`);
  expect(said()).toContain('用区管理员的手机打开“运行情况”，点“检查一遍”。');
});

it('says so where there is no such function, and where nothing was deployed yet', async () => {
  played.have(small());
  await played.deploy({ allowDrop: true });
  played.said = [];
  await check();
  expect(said()).toContain('云函数 admin 没有试（没有回答）');
  played.env.tables.get('deployments').docs = [];
  played.said = [];
  expect(await check()).toBe(false);
  expect(said()).toBe('还没有部署好，没有可检查的。先运行 npm run deploy。');
});
