import templates from '../../config/templates.json';
import type { Tried } from '../../contract/models';
import type { PersonDoc } from '../../cloudfunctions/domain/documents';
import { LATEST } from '../../cloudfunctions/domain/migrations/latest';
import { ownTemplates } from '../../demo/cloud';
import { type TestCloud, MONDAY, freshId, startTestCloud } from '../support/cloud';

/** 检查一遍: what only the cloud can tell, tried by one function for the district and for `npm run deploy`. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const orgId = 'ds-tiefeng';
const check = async (more: { at?: number; readable?: string[] } = {}) =>
  (await cloud.ok('ad-ds-1', 'admin.check', { orgId, at: MONDAY, ...more })).tried;
const operate = async (event: object) =>
  (
    await cloud.local<{ result: { ok: boolean; code?: string; data: { tried: Tried[] } } }>('operate', {
      function: 'admin',
      event,
    })
  ).result;
const notFine = (tried: readonly Tried[]) => tried.filter(({ state }) => state !== 'fine');
const refused = (api: string, errcode: number | string, times = 1) =>
  cloud.local('faults', { api, errcode, times });

it('finds nothing wrong where nothing is, and says of each thing that it was tried', async () => {
  const tried = await check({ readable: [] });
  expect(notFine(tried)).toEqual([]);
  expect(tried.map(({ what }) => what)).toEqual([
    '数据库的权限',
    '云函数 account 取手机号',
    '云函数 notify 发订阅消息',
    '云函数 notify 看消息模板',
    '云函数 reviews 检查文字',
    '云函数 sweep 检查文字',
    '云函数 sweep 检查照片',
    '云函数 units 画小程序码',
    '消息模板“派单和催办”',
    '消息模板“办到哪一步”',
    '消息模板“还缺什么材料”',
    '消息模板“办好了没有”',
    '时钟',
    '时区',
  ]);
});

it('changes nothing and sends nothing', async () => {
  const before = cloud.stored();
  await check();
  await operate({ selfCheck: { at: MONDAY } });
  expect(cloud.stored()).toEqual(before);
  expect(await cloud.local('messages')).toEqual([]);
});

it.each([
  ['subscribeMessage.send', 'notify', '发订阅消息'],
  ['subscribeMessage.getTemplateList', 'notify', '看消息模板'],
  ['phonenumber.getPhoneNumber', 'account', '取手机号'],
  ['security.msgSecCheck', 'reviews', '检查文字'],
  ['security.mediaCheckAsync', 'sweep', '检查照片'],
  ['wxacode.getUnlimited', 'units', '画小程序码'],
])(
  'names the function that was not granted %s, the one click, and the ten minutes',
  async (api, name, words) => {
    await refused(api, -604101, 2);
    const found = notFine(await check()).find(({ what }) => what === `云函数 ${name} ${words}`);
    expect(found).toEqual({
      what: `云函数 ${name} ${words}`,
      state: 'wrong',
      found: '没有权限（微信代码-604101）',
      todo: `打开微信开发者工具，在云函数 ${name} 上点右键，选“上传并部署：所有文件”，10分钟后再检查一遍。`,
    });
    // Ten minutes later.
    await refused(api, 0, 0);
    expect(notFine(await check())).toEqual([]);
  },
);

it('tells an account that may not from a WeChat that is busy or does not answer', async () => {
  const one = async (errcode: number | string) => {
    await refused('wxacode.getUnlimited', errcode);
    return notFine(await check());
  };
  expect(await one(48001)).toMatchObject([{ state: 'wrong', found: '小程序没有开通（微信代码48001）' }]);
  expect(await one(-604100)).toMatchObject([
    { state: 'wrong', found: '云开发没有这个接口（微信代码-604100）' },
  ]);
  expect(await one(45009)).toMatchObject([{ state: 'unsure', found: '现在用得太多（微信代码45009）' }]);
  expect(await one(-1)).toMatchObject([{ state: 'unsure', found: '微信没有回答' }]);
  expect(await one('dropped')).toMatchObject([{ state: 'unsure', found: '微信没有回答' }]);
  for (const { todo } of notFine(await check())) expect(todo).toMatch(/。$/);
});

it('says of a function that does not answer that it does not', async () => {
  await cloud.local('kill', { function: 'units', after: 1 });
  expect(notFine(await check())).toMatchObject([{ what: '云函数 units', found: '没有回答' }]);
});

it('finds a template that the account does not have, and one with other keywords', async () => {
  const [first, second, ...others] = ownTemplates();
  if (!first || !second) throw new Error('the demo has templates');
  await cloud.close();
  const changed = { ...second, content: '服务事项：{{thing1.DATA}}\n办理状态：{{phrase3.DATA}}' };
  cloud = await startTestCloud({ templates: [changed, ...others] });
  expect(notFine(await check())).toMatchObject([
    { what: '消息模板“派单和催办”', state: 'wrong', found: '还没有填编号' },
    {
      what: '消息模板“办到哪一步”',
      state: 'wrong',
      found: '关键词对不上，缺 phrase2、thing3、time4、character_string5',
    },
  ]);
});

it('finds a clock that is ten minutes off, whichever of the two it is', async () => {
  expect(notFine(await check({ at: MONDAY + 119_000 }))).toEqual([]);
  await cloud.setClock(MONDAY + 10 * 60_000);
  expect(notFine(await check())).toEqual([
    {
      what: '时钟',
      state: 'wrong',
      found: '云上是11月23日 周一 10:10，您这边是11月23日 周一 10:00，差了10分钟',
      todo: expect.stringContaining('先看您这边的时间是不是自动设置的'),
    },
  ]);
  expect(notFine(await check({ at: 0 }))).toMatchObject([{ what: '时钟' }]);
});

it('says which collections a phone can read, and nothing where no phone has tried', async () => {
  expect(notFine(await check({ readable: ['people', 'cases'] }))).toMatchObject([
    { what: '数据库的权限', state: 'wrong', found: '手机不经过系统就读得到：people、cases' },
  ]);
  expect((await check()).some(({ what }) => what === '数据库的权限')).toBe(false);
});

it('is for managers of the district alone', async () => {
  for (const person of ['ad-cm-1', 'ad-st-1'])
    expect(await cloud.call(person, 'admin.check', { orgId, at: MONDAY })).toMatchObject({
      code: 'UNIT_NOT_YOURS',
    });
  expect(await cloud.call('ag-01', 'admin.check', { orgId, at: MONDAY })).toMatchObject({
    code: 'FORBIDDEN',
  });
});

describe('asked with the keys of the cloud', () => {
  const selfCheck = { selfCheck: { at: MONDAY } };

  it('answers the same, and tells besides whether the timer comes and the documents are of this version', async () => {
    const first = await operate(selfCheck);
    expect(notFine(first.data.tried)).toMatchObject([
      { what: '定时的事', state: 'unsure', found: '还没有动静' },
      { what: '老数据', state: 'unsure', found: `正在整理，还有${LATEST}步` },
    ]);
    await cloud.timer('beat');
    const { tried } = (await operate(selfCheck)).data;
    expect(notFine(tried)).toEqual([]);
    expect(tried.at(-2)).toEqual({ what: '定时的事', state: 'fine', found: '上一遍在11月23日 周一 10:00' });
    await cloud.setClock(MONDAY + 13 * 3_600_000);
    expect(notFine((await operate({ selfCheck: { at: MONDAY + 13 * 3_600_000 } })).data.tried)).toMatchObject(
      [{ what: '定时的事', state: 'wrong', found: '没有在做，上一遍在11月23日 周一 10:00' }],
    );
  });

  it('calls the clock of the computer by its name', async () => {
    const { tried } = (await operate({ selfCheck: { at: MONDAY - 3 * 3_600_000 } })).data;
    expect(tried.find(({ what }) => what === '时钟')?.found).toBe(
      '云上是11月23日 周一 10:00，这台电脑是11月23日 周一 7:00，差了3小时',
    );
  });

  it('tells of no person: no name, number or identity of the register is in it', async () => {
    const text = JSON.stringify(await operate(selfCheck));
    const people = (await cloud.console.find('people', {})) as PersonDoc[];
    for (const { _id, name, phone, openid } of people)
      for (const word of [_id, name, phone, openid]) expect(text).not.toContain(String(word));
  });

  it('is refused to whoever is a person, and what it asks of other functions is not asked of them by a phone', async () => {
    const token = cloud.token('ad-ds-1');
    expect(await cloud.post('admin', selfCheck, token)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    const trial = { trial: { to: 'rs-01', kind: 'progress', requestId: freshId() } };
    for (const event of [{ probe: { openid: '' } }, trial])
      expect(await cloud.post('notify', event, token)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    for (const name of ['account', 'reviews', 'units'])
      expect(await cloud.post(name, { probe: { openid: '' } }, token)).toMatchObject({
        code: 'UNKNOWN_ACTION',
      });
    expect(await cloud.local('messages')).toEqual([]);
  });
});

describe('a message to oneself', () => {
  const send = (requestId?: string) =>
    cloud.ok('ad-ds-1', 'admin.tryMessage', { orgId, kind: 'assignment' }, requestId);
  const messages = () => cloud.local<{ personId: string; templateId: string; data: object }[]>('messages');

  it('goes out by the “yes” that was just given, once a request', async () => {
    await cloud.saysYes('ad-ds-1', ['assignment']);
    const requestId = freshId();
    expect(await send(requestId)).toEqual({ isSent: true, code: 0, why: '已发到微信，看看“服务通知”。' });
    expect(await send(requestId)).toEqual({ isSent: true, why: '这一条刚才发过了，看看微信的“服务通知”。' });
    expect(await messages()).toMatchObject([
      {
        personId: 'ad-ds-1',
        templateId: templates.assignment,
        data: { thing1: { value: '试发一条' }, thing3: { value: '收到这一条，就是发得到了' } },
      },
    ]);
    expect(await send()).toMatchObject({ isSent: false, code: 43101 });
  });

  it('without a “yes” is not sent, and asks WeChat nothing', async () => {
    expect(await send()).toEqual({
      isSent: false,
      code: 43101,
      why: '没有发成：本人没有同意，或者次数用完了（微信代码43101）。先检查一遍，照提示改好再试。',
    });
    expect(await messages()).toEqual([]);
  });

  it('says what WeChat says, gives the “yes” back, and tells the district of a template that is wrong', async () => {
    await cloud.saysYes('ad-ds-1', ['assignment']);
    await refused('subscribeMessage.send', 40037);
    expect(await send()).toEqual({
      isSent: false,
      code: 40037,
      why: '没有发成：模板编号不对（微信代码40037）。先检查一遍，照提示改好再试。',
    });
    const { alarms } = await cloud.ok('ad-ds-1', 'admin.deliveries', { orgId });
    expect(alarms).toMatchObject([{ kind: 'template', noticeKind: 'assignment', code: 40037 }]);
    expect(await send()).toMatchObject({ isSent: true });
  });

  it('is for managers of the district alone', async () => {
    expect(await cloud.call('ad-cm-1', 'admin.tryMessage', { orgId, kind: 'assignment' })).toMatchObject({
      code: 'UNIT_NOT_YOURS',
    });
  });
});
