import type { Page } from 'playwright-core';
import { text } from 'node:stream/consumers';
import { type App, startApp } from './app';
import { button, sees } from './steps';
import { AGENT, DISTRICT, MANAGER, viewOf } from '../functions/finished';

/** 我的信息 on a phone: who has looked, a copy, a correction, leaving and its way back; and the station with a paper. */
const ME = 'rs-03';
let app: App;
let me: Page;
beforeAll(async () => {
  app = await startApp();
  const { caseId } = await app.cloud.ok(ME, 'cases.submit', {
    serviceCode: 'disability-certificate',
    mode: 'counter',
    note: '想办残疾证',
  });
  const { assignment } = await viewOf(app.cloud, MANAGER, caseId);
  if (assignment?.agentId !== AGENT) await app.cloud.ok(MANAGER, 'cases.assign', { caseId, agentId: AGENT });
  await app.cloud.ok(AGENT, 'cases.accept', { caseId });
  await app.cloud.ok(MANAGER, 'cases.contact', { caseId, why: '核对门牌' });
  me = await app.open(ME, { mode: 'standard' });
});
afterAll(() => app.close());

const go = (page: string) => me.goto(`${app.cloud.url}/#/packages/privacy/${page}/index`);

it('reads who has looked, when, why and because of which case', async () => {
  await me.goto(`${app.cloud.url}/#/pages/me/index`);
  await button(me, /^我的信息/).click();
  await button(me, /^谁看过我的信息/).click();
  await sees(me, '管理员白露澄');
  await sees(me, '写的原因：核对门牌');
  await sees(me, '代办员立春晓');
  await sees(me, /因为办件 26 1123 \d{4}/);
  await sees(me, /现在还看得到/);
});

it('takes a copy: a page that can be read, and a file of data', async () => {
  await go('mine');
  for (const [name, file, words] of [
    ['取一份看的（网页）', '我的信息-2026-11-23.html', '核对门牌'],
    ['取一份数据（给别的系统用）', '我的信息-2026-11-23.json', '"想办残疾证"'],
  ] as const) {
    const [taken] = await Promise.all([me.waitForEvent('download'), button(me, name).click()]);
    expect(taken.suggestedFilename()).toBe(file);
    expect(await text(await taken.createReadStream())).toContain(words);
    await sees(me, `取到了：${file}。`);
  }
});

it('asks for a correction; the community answers, and the answer is read', async () => {
  await button(me, /^别的地方写错了/).click();
  await button(me, '交给社区').click();
  await sees(me, '请写哪里不对、应该是什么。');
  await me.getByLabel(/哪里不对/).fill('名字里的“样”写错了');
  await button(me, '交给社区').click();
  await sees(me, '收到了');
  const manager = await app.open(MANAGER, { path: '#/packages/privacy/requests/index', mode: 'standard' });
  await sees(manager, '更正：孙**');
  await button(manager, '答复').click();
  await button(manager, '发给居民').click();
  await sees(manager, '请选照办还是不照办。');
  await manager.getByRole('radio', { name: /^改好了/ }).check();
  await manager.getByLabel('对居民说的话').fill('改成“样”了');
  await button(manager, '发给居民').click();
  await sees(manager, '现在没有要答复的请求。');
  await go('mine');
  await me.reload();
  await button(me, '以前提过的').click();
  await sees(me, '改成“样”了');
});

it('wants to leave, reads what goes and what stays, and takes the wish back', async () => {
  await go('leave');
  await sees(me, '删掉的');
  await button(me, '我要注销').click();
  await sees(me, '请选一个。');
  await me.getByRole('radio', { name: /^办完再注销/ }).check();
  await button(me, '我要注销').click();
  await sees(me, '收到了');
  await button(me, '回到我的信息').click();
  await sees(me, '您提的：注销');
  await button(me, '不注销了').click();
  // While it is on its way the button has other words.
  await me.getByRole('heading', { name: '您提的：注销' }).waitFor({ state: 'detached' });
  const { requests } = await app.cloud.ok(ME, 'privacy.mine', {});
  expect(requests.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
    'correct done',
    'leave takenBack',
  ]);
});

it('the station asks for somebody without WeChat, with a paper', async () => {
  await app.cloud.ok(MANAGER, 'cases.intake', {
    channel: 'counter',
    name: '何老太',
    phone: '15500000077',
    serviceCode: 'daily-errand',
    mode: 'counter',
    note: '取药',
  });
  const manager = await app.open(MANAGER, { path: '#/packages/privacy/paper/index', mode: 'standard' });
  await manager.getByLabel('找人').fill('何老太');
  await manager.getByRole('group', { name: '找到的人' }).getByRole('button').first().click();
  await manager.getByLabel('凭据').fill('11月23日本人签字的申请书');
  await manager.getByRole('radio', { name: /^注销/ }).check();
  await sees(manager, '还没办完的事');
  await manager.getByRole('checkbox', { name: '办完再注销' }).check();
  await button(manager, '记下注销').click();
  await sees(manager, '记下了');
});

it('the district sets how long things are kept, is told why not shorter, and takes the assessment; who opened what is at hand', async () => {
  const manager = await app.open(DISTRICT, { path: '#/packages/privacy/requests/index', mode: 'standard' });
  await button(manager, /^保存期限/).click();
  await sees(manager, '没有到期的，什么也不删。');
  const looks = manager.getByLabel(/^谁看过、谁改过登记的记录/);
  await looks.fill('30');
  await button(manager, '保存').click();
  await sees(manager, '个人信息保护法第56条要求处理情况的记录至少留三年，最少留1095天。');
  await looks.fill('2000');
  // One item stays longer than its category; what was chosen and taken back again is as if it had not been.
  await button(manager, /^办件留多少年/).click();
  for (const name of ['老年人优待证', '高龄津贴']) {
    await button(manager, '单独定一项，养老助老').click();
    await manager.getByRole('radio', { name }).click();
    await manager
      .getByRole('group', { name: `其中“${name}”` })
      .getByLabel('30年')
      .check();
  }
  await manager.getByRole('group', { name: '其中“高龄津贴”' }).getByLabel('跟这一类一样').check();
  await button(manager, '保存').click();
  await sees(manager, /改的。/);
  const [taken] = await Promise.all([
    manager.waitForEvent('download'),
    button(manager, '现在写一份').click(),
  ]);
  const written = await text(await taken.createReadStream());
  for (const words of [
    '谁看过、谁改过登记的记录</td><td>记下以后</td><td>2000',
    '养老助老</td><td>10年</td></tr><tr><td>其中“老年人优待证”</td><td>30年</td></tr><tr>',
  ])
    expect(written).toContain(words);
  expect(written).not.toContain('其中“高龄津贴”');
  await sees(manager, /写的$/);
  await manager.goto(`${app.cloud.url}/#/packages/privacy/openings/index`);
  await button(manager, /^看白露澄打开的/).click();
  await sees(manager, /孙\*\*：打开看了您的姓名、电话和门牌/);
  await sees(manager, '写的原因：核对门牌');
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
