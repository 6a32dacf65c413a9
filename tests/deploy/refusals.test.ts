import { randomBytes } from 'node:crypto';
import { logs } from '../../deploy/logs';
import { status } from '../../deploy/status';
import { PlayedEnv } from '../console/console';
import { Refused } from '../console/refused';
import { KEYS, Played, refusalIn, small } from './played';

let played: Played;
beforeEach(async () => {
  played = new Played();
  await played.open();
  played.have(small());
});
afterEach(() => played.close());

const said = () => played.said.join('\n');

/** Each sentence says what to do, and no key is in it. */
async function sentenceOf(work: Promise<unknown>): Promise<string> {
  const { message } = await refusalIn(work);
  expect(message).not.toContain(KEYS.secretKey);
  expect(message).toMatch(/请|到 |在 |再运行一次/);
  return message;
}

it('a wrong id, and a key that is not its own', async () => {
  expect(await sentenceOf(played.run('我', { secretId: 'AKIDother' }))).toContain(
    'SecretId 不对，或者已经停用',
  );
  expect(await sentenceOf(played.run('我', { secretKey: 'another' }))).toContain(
    'SecretKey 和 SecretId 对不上',
  );
});

it('a clock that is off by ten minutes, and not one that is off by two', async () => {
  played.console.now = () => Date.now() + 10 * 60_000;
  expect(await sentenceOf(played.run())).toMatch(/这台电脑的时间是 .*，和腾讯云的差了5分钟以上/);
  played.console.now = () => Date.now() - 2 * 60_000;
  await played.run();
});

it('no network', async () => {
  await played.console.close();
  expect(await sentenceOf(played.run())).toContain('连不上腾讯云（ECONNREFUSED）');
  await played.console.open();
});

it('a page of the network instead of an answer', async () => {
  played.console.page = '<html><title>请登录</title></html>';
  expect(await sentenceOf(played.run())).toContain('回答的不是腾讯云，是一个网页');
  played.console.page = undefined;
});

it('not a line that is cut once while something is read', async () => {
  const run = await played.run();
  played.console.cut(1, 'lost');
  played.console.meanwhile = () => {
    played.console.meanwhile = undefined;
    // Its answer is lost, the next arrives.
    setImmediate(() => played.console.mend());
  };
  await status(run.cloud);
  expect(said()).toContain('还没有用这个工具部署过。');
});

it.each(['ResourceNotFound', 'InvalidParameter.EnvId', 'UnauthorizedOperation'])(
  'an environment of another AppID (%s), with those that these keys can see',
  async (code) => {
    played.console.unknownEnv = code;
    played.console.add(new PlayedEnv('linli-of-others', 'AKIDother'), 'another');
    const sentence = await sentenceOf(played.run('我', { env: 'linli-of-others' }));
    expect(sentence).toContain('这对密钥名下没有环境 linli-of-others。看得到的环境是：linli-3d4e5f。');
    expect(await sentenceOf(played.run('我', { env: 'linli-none' }))).toContain('没有环境 linli-none');
  },
);

it('another region, and an environment that is switched off', async () => {
  played.env.region = 'ap-guangzhou';
  expect(await sentenceOf(played.run())).toContain('"region": "ap-guangzhou"');
  await played.run('我', { region: 'ap-guangzhou' });
  played.env.status = 'UNAVAILABLE';
  expect(await sentenceOf(played.run('我', { region: 'ap-guangzhou' }))).toContain('状态 UNAVAILABLE');
});

it('a key without the right to see its own environment', async () => {
  played.console.forbidden.add('DescribeEnvInfo');
  expect(await sentenceOf(played.run())).toContain('没有权限做这一步（DescribeEnvInfo）');
  played.console.forbidden.add('DescribeEnvs');
  expect(await sentenceOf(played.run())).toContain('没有权限做这一步（DescribeEnvInfo）');
});

it('a key without the right to a step, and words of the cloud that no sentence is written for', async () => {
  played.console.forbidden.add('CreateFunction');
  expect(await sentenceOf(played.deploy())).toContain('没有权限做这一步（CreateFunction）');
  played.console.forbidden.clear();
  played.env.functions.answer = () => {
    throw new Refused('FailedOperation.Strange', 'dup key: { phone: "13800000000" } is strange');
  };
  const sentence = await sentenceOf(played.deploy());
  expect(sentence).toContain('FailedOperation.Strange');
  expect(sentence).not.toContain('13800000000');
});

it('a function that is too big to send', async () => {
  const next = small();
  next.functions.cases = { code: `// ${randomBytes(1_700_000).toString('base64')}` };
  played.have(next);
  expect(await sentenceOf(played.deploy())).toMatch(/云函数 cases 压缩以后有 \d+ KB，超过 1536 KB/);
});

it('tells the version that stands, what differs, and who deploys', async () => {
  await status((await played.run()).cloud);
  expect(said()).toContain('还没有用这个工具部署过。');
  await played.deploy();
  played.said = [];
  await status((await played.run()).cloud);
  expect(played.said[1]).toMatch(
    /^现在是第 1 版（0\.1\.0 abc），白露澄@街道办 在 2026.*10:00 部署：集合 3 个、索引 3 个、云函数 2 个。$/,
  );
  expect(said()).toContain('云上和这一版一样。');
  played.env.tables.get('people').acl = 'READONLY';
  played.said = [];
  played.console.calls.length = 0;
  await status((await played.run()).cloud);
  expect(said()).toContain('其中 people 现在是“所有用户可读，仅创建者可读写”');
  expect(played.console.writes).toEqual([]);
});

it('counts the errors of the last hour by function, action and code', async () => {
  const line = (more: object) =>
    JSON.stringify({ function: 'cases', action: 'submit', requestId: 'r', ms: 3, ...more });
  played.env.logs = [
    `2026-11-29T02:00:00Z r ERROR ${line({ code: 'INTERNAL', error: 'TypeError: x' })}`,
    line({ code: 'STORE_DOWN', error: 'ETIMEDOUT' }),
    line({ code: 'INTERNAL', error: 'TypeError: y' }),
    line({ code: 'OK' }),
    '{"function":"cases","action":"sub',
    'Report RequestId: error',
  ];
  await logs((await played.run()).cloud);
  expect(played.said).toEqual([
    '最近一小时出的错：',
    '  2 次  cases.submit INTERNAL（最近一次 2026-11-29 10:00:00）',
    '  1 次  cases.submit STORE_DOWN（最近一次 2026-11-29 10:00:00）',
  ]);
  played.env.logs = [];
  played.said = [];
  await logs((await played.run()).cloud);
  expect(said()).toBe('最近一小时没有出错的记录。');
});
