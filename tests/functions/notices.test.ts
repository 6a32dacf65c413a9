import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import templates from '../../config/templates.json';
import type { CaseView, Delivery } from '../../contract/models';
import { instantOf } from '../../contract/time';
import type { NoticeKind } from '../../contract/words';
import { root } from '../../scripts/stamp';
import { type TestCloud, MONDAY, startTestCloud } from '../support/cloud';

/** Notices on their way to WeChat: each row of the table of errors, quotas, quiet hours, alarms and calls. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const RESIDENT = 'rs-01';
const other = { serviceCode: 'temporary-relief', mode: 'counter', note: '想申请临时救助' } as const;
const minutes = 60_000;
const submit = async () =>
  (
    await cloud.ok(RESIDENT, 'cases.submit', {
      serviceCode: 'disability-certificate',
      mode: 'counter',
      note: '想办残疾证',
    })
  ).caseId;
/** What is worth a message: an agent has taken it. That it arrived was said on the page. */
const taken = async () => {
  const caseId = await submit();
  await cloud.ok('ag-01', 'cases.accept', { caseId });
  return caseId;
};
const messages = () =>
  cloud.local<{ personId: string; page: string; data: Record<string, { value: string }> }[]>('messages');
const fails = (errcode: number | string, times = 1) =>
  cloud.local('faults', { api: 'subscribeMessage.send', errcode, times });
const deliveries = async () => cloud.ok('ad-ds-1', 'admin.deliveries', { orgId: 'ds-tiefeng' });
const progress = async (): Promise<Delivery | undefined> =>
  (await deliveries()).deliveries.find((one) => one.to === 'resident');
const kind = async (name: NoticeKind) =>
  (await cloud.ok(RESIDENT, 'account.notices', {})).kinds.find((one) => one.kind === name);
const left = async (name: NoticeKind = 'progress') => (await kind(name))?.left;
const messagesTo = async (person: string) => (await messages()).filter((one) => one.personId === person);
const notifyAt = async (at: number) => {
  await cloud.setClock(at);
  return cloud.timer('notify');
};

describe('a yes', () => {
  it('is one message, and the inbox has it whatever WeChat says', async () => {
    await cloud.saysYes(RESIDENT, ['progress']);
    const caseId = await taken();
    expect(await cloud.timer('notify')).toMatchObject({ sent: 1 });
    expect((await messages()).filter((one) => one.personId === RESIDENT)).toMatchObject([
      {
        page: `packages/resident/case/index?id=${caseId}`,
        data: {
          thing1: { value: '残疾人证办理' },
          phrase2: { value: '办理中' },
          thing3: { value: '立春晓接单了，12月7日前办完' },
        },
      },
    ]);
    expect(await left()).toBe(0);
    await cloud.ok('ag-01', 'cases.ask', { caseId, text: '户口簿' });
    expect(await cloud.timer('notify')).toMatchObject({ sent: 0, inbox_only: 1 });
    expect((await cloud.ok(RESIDENT, 'account.inbox', {})).notices).toHaveLength(3);
  });

  it('counted twice is counted once', async () => {
    await cloud.ok(RESIDENT, 'account.subscribed', { accepted: ['progress'], refused: [] }, 'same');
    await cloud.ok(RESIDENT, 'account.subscribed', { accepted: ['progress'], refused: [] }, 'same');
    expect(await left()).toBe(1);
  });

  it('said no: nothing is sent, and nothing else changes', async () => {
    await cloud.ok(RESIDENT, 'account.subscribed', { accepted: [], refused: ['progress'] });
    await taken();
    expect(await cloud.timer('notify')).toMatchObject({ sent: 0 });
    expect(await progress()).toMatchObject({ state: 'inbox_only', why: '本人没有同意，或者次数用完了' });
    expect(await kind('progress')).toMatchObject({ left: 0, refusedAt: MONDAY });
  });

  it('is not spent on what was said on the page', async () => {
    await cloud.saysYes(RESIDENT, ['progress']);
    await submit();
    expect(await cloud.timer('notify')).toMatchObject({ sent: 0 });
    expect(await progress()).toMatchObject({ state: 'inbox_only', why: '提交的时候已经告诉本人' });
    expect(await left()).toBe(1);
  });
});

describe('what WeChat tells by itself', () => {
  const push = (Event: string, List: object) =>
    cloud.local('push', { person: RESIDENT, function: 'notify', event: { Event, List } });
  const templateId = templates.progress;

  it('a yes taken back in its settings ends what was left', async () => {
    await cloud.saysYes(RESIDENT, ['progress', 'result'], 2);
    const said = { TemplateId: templateId, SubscribeStatusString: 'reject' };
    expect(await push('subscribe_msg_change_event', [said])).toMatchObject({ result: { ok: true } });
    expect(await kind('progress')).toMatchObject({ left: 0, refusedAt: MONDAY });
    expect(await left('result')).toBe(2);
  });

  it('a no in its dialog is remembered, and a yes is not counted twice', async () => {
    await cloud.saysYes(RESIDENT, ['progress']);
    await push('subscribe_msg_popup_event', [{ TemplateId: templateId, SubscribeStatusString: 'accept' }]);
    expect(await left()).toBe(1);
    await push('subscribe_msg_popup_event', { TemplateId: templateId, SubscribeStatusString: 'reject' });
    expect(await kind('progress')).toMatchObject({ left: 1, refusedAt: MONDAY });
  });

  it('that it arrived after all: it is not sent again', async () => {
    await cloud.saysYes(RESIDENT, ['progress'], 2);
    await taken();
    await fails('lost');
    await cloud.timer('notify');
    expect(await progress()).toMatchObject({ state: 'waiting' });
    await push('subscribe_msg_sent_event', { TemplateId: templateId, MsgID: '1', ErrorCode: '0' });
    expect(await progress()).toMatchObject({ state: 'sent' });
    await notifyAt(MONDAY + 5 * minutes);
    expect(await messagesTo(RESIDENT)).toHaveLength(1);
  });

  it('that it did not arrive: the admin sees why', async () => {
    await cloud.saysYes(RESIDENT, ['progress'], 2);
    await taken();
    await cloud.timer('notify');
    await push('subscribe_msg_sent_event', [{ TemplateId: templateId, ErrorCode: '43101', MsgID: '1' }]);
    expect(await progress()).toMatchObject({ state: 'inbox_only', code: 43101 });
    expect(await left()).toBe(0);
  });

  it('nothing about anybody else, and nothing that it does not know', async () => {
    expect(await push('subscribe_msg_other_event', [])).toMatchObject({ result: { data: { heard: 0 } } });
    const forged = {
      MsgType: 'event',
      Event: 'subscribe_msg_change_event',
      FromUserName: 'o-rs-02',
      List: [],
    };
    expect(await cloud.post('notify', forged)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('what WeChat answers', () => {
  it.each<[number | string, string, number, string, boolean]>([
    [43101, 'inbox_only', 0, '本人没有同意，或者次数用完了', false],
    [47003, 'failed', 2, '有一项内容微信不收', true],
    [40003, 'failed', 2, '微信不认识这个人', false],
    [40037, 'failed', 2, '模板编号不对', true],
    [41030, 'failed', 2, '打开的页面不对', true],
    [43107, 'failed', 2, '模板被微信停用', true],
    [48001, 'failed', 2, '没有发消息的权限', true],
    [-604101, 'failed', 2, '云函数没有声明发消息的权限', true],
    [-604100, 'failed', 2, '没有这个接口', true],
    [12345, 'failed', 2, '微信回了不认识的代码', true],
    [45168, 'waiting', 2, '微信说内容敏感', false],
    [43108, 'waiting', 2, '同时给这个人发了两条', false],
    [44991, 'waiting', 2, '一分钟里发得太多', false],
    [45011, 'waiting', 2, '一分钟里发得太多', false],
    [45009, 'waiting', 2, '今天发得太多', false],
    [-1, 'waiting', 2, '微信忙', false],
    [-604102, 'waiting', 1, '没有等到微信的回音', false],
    ['lost', 'waiting', 1, '没有等到微信的回音', false],
    ['dropped', 'waiting', 1, '没有等到微信的回音', false],
  ])('%s → %s, %i left: %s (alarm %s)', async (code, state, remaining, why, isAlarm) => {
    await cloud.saysYes(RESIDENT, ['progress'], 2);
    await taken();
    await fails(code);
    await cloud.timer('notify');
    expect(await progress()).toMatchObject({ state, why, tries: 1 });
    expect(await left()).toBe(remaining);
    expect((await deliveries()).alarms).toHaveLength(isAlarm ? 1 : 0);
  });

  it('is busy: tried again a minute later, and arrives once', async () => {
    await cloud.saysYes(RESIDENT, ['progress'], 2);
    await taken();
    await fails(-1);
    await cloud.timer('notify');
    expect(await notifyAt(MONDAY + 59_000)).toMatchObject({ due: 0 });
    expect(await notifyAt(MONDAY + minutes)).toMatchObject({ sent: 1 });
    expect((await messages()).filter((one) => one.personId === RESIDENT)).toHaveLength(1);
    expect(await left()).toBe(1);
  });

  it('is busy for ever: given up after four tries', async () => {
    await cloud.saysYes(RESIDENT, ['progress'], 2);
    await taken();
    await fails(-1, 99);
    for (const after of [0, 1, 3, 7, 15, 31]) await notifyAt(MONDAY + after * minutes);
    expect(await progress()).toMatchObject({ state: 'failed', tries: 4 });
    expect(await left()).toBe(2);
  });

  it('says nothing: tried at most once more, then it is unknown', async () => {
    await cloud.saysYes(RESIDENT, ['progress'], 3);
    await taken();
    await fails('lost', 9);
    for (const after of [0, 1, 2, 3]) await notifyAt(MONDAY + after * minutes);
    expect(await progress()).toMatchObject({ state: 'unknown', tries: 2 });
    expect((await messages()).filter((one) => one.personId === RESIDENT)).toHaveLength(2);
  });

  it('calls it sensitive: once more in words that say nothing', async () => {
    await cloud.saysYes(RESIDENT, ['progress'], 2);
    await taken();
    await fails(45168);
    await cloud.timer('notify');
    expect(await notifyAt(MONDAY + minutes)).toMatchObject({ sent: 1 });
    expect((await messages()).at(-1)?.data.thing3?.value).toBe('请打开小程序查看');
  });

  it('bans a template: nothing more is sent by it until an admin says that it is mended', async () => {
    await cloud.saysYes(RESIDENT, ['progress'], 3);
    await taken();
    await fails(43107);
    await cloud.timer('notify');
    await cloud.setClock(MONDAY + minutes);
    const { caseId } = await cloud.ok('rs-01', 'cases.submit', other);
    const holder = (await cloud.ok('rs-01', 'cases.detail', { caseId })).case.assignment?.agentId ?? '';
    await cloud.ok(holder, 'cases.accept', { caseId });
    expect(await cloud.timer('notify')).toMatchObject({ sent: 0 });
    expect(await progress()).toMatchObject({ state: 'inbox_only', why: '模板停用，等人处理' });
    const [alarm] = (await deliveries()).alarms;
    expect(alarm).toMatchObject({
      kind: 'template',
      noticeKind: 'progress',
      code: 43107,
      stops: true,
      canMend: true,
    });
    const orgId = 'ds-tiefeng';
    const inCommunity = { orgId: 'cm-xinmin' };
    expect((await cloud.ok('ad-cm-1', 'admin.deliveries', inCommunity)).alarms).toMatchObject([
      { canMend: false },
    ]);
    expect(
      await cloud.call('ad-cm-1', 'admin.clearAlarm', { ...inCommunity, alarmId: alarm?.id ?? '' }),
    ).toMatchObject({
      code: 'UNIT_NOT_YOURS',
    });
    await cloud.ok('ad-ds-1', 'admin.clearAlarm', { orgId, alarmId: alarm?.id ?? '' });
    const [failed] = (await cloud.ok('ad-ds-1', 'admin.deliveries', { orgId, state: 'failed' })).deliveries;
    await cloud.ok('ad-ds-1', 'admin.retry', { orgId, noticeId: failed?.id ?? '' });
    expect(await cloud.timer('notify')).toMatchObject({ sent: 1 });
  });

  it('stops no template because a phone says that it is banned: who said so stands in a hint', async () => {
    await cloud.saysYes(RESIDENT, ['progress']);
    const all = Object.keys(templates) as NoticeKind[];
    for (const person of ['rs-02', 'rs-02', 'rs-03'])
      await cloud.ok(person, 'account.subscribed', { accepted: [], refused: [], banned: all });
    await taken();
    expect(await cloud.timer('notify')).toMatchObject({ sent: 1 });
    const { alarms } = await deliveries();
    expect(alarms.map(({ noticeKind }) => noticeKind).sort()).toEqual([...all].sort());
    for (const alarm of alarms)
      expect(alarm).toMatchObject({
        kind: 'hint',
        stops: false,
        count: 2,
        saidBy: [
          { id: 'rs-02', name: expect.stringContaining('*') },
          { id: 'rs-03', name: expect.stringContaining('*') },
        ],
      });
    const inCommunity = await cloud.ok('ad-cm-1', 'admin.deliveries', { orgId: 'cm-xinmin' });
    for (const alarm of inCommunity.alarms) expect(alarm).not.toHaveProperty('saidBy');
    for (const { id: alarmId } of alarms)
      await cloud.ok('ad-ds-1', 'admin.clearAlarm', { orgId: 'ds-tiefeng', alarmId });
    expect((await deliveries()).alarms).toEqual([]);
    await cloud.ok('rs-04', 'account.subscribed', { accepted: [], refused: [], banned: ['result'] });
    expect((await deliveries()).alarms).toMatchObject([{ count: 1, saidBy: [{ id: 'rs-04' }] }]);
  });

  it('allows so many a minute: the rest goes later, none is lost', async () => {
    await cloud.local('limits', { api: 'subscribeMessage.send', perMinute: 1 });
    await cloud.saysYes(RESIDENT, ['progress', 'supplement'], 2);
    const caseId = await taken();
    await cloud.ok('ag-01', 'cases.ask', { caseId, text: '户口簿' });
    for (const after of [0, 1, 2, 3]) await notifyAt(MONDAY + after * minutes);
    expect(await messagesTo(RESIDENT)).toHaveLength(2);
  });

  it('allows so many a day: the rest goes next morning', async () => {
    await cloud.local('limits', { api: 'subscribeMessage.send', perDay: 1 });
    await cloud.saysYes(RESIDENT, ['progress', 'supplement'], 2);
    const caseId = await taken();
    await cloud.ok('ag-01', 'cases.ask', { caseId, text: '户口簿' });
    await cloud.timer('notify');
    await notifyAt(instantOf('2026-11-23', '20:00'));
    expect(await messagesTo(RESIDENT)).toHaveLength(1);
    await notifyAt(instantOf('2026-11-24', '07:00'));
    expect(await messagesTo(RESIDENT)).toHaveLength(2);
  });
});

it('has no id for a template: the case goes on, the inbox has it, the admin is told', async () => {
  await cloud.close();
  const functionsDir = mkdtempSync(join(tmpdir(), 'linli-functions-'));
  cpSync(join(root, 'dist/cloudfunctions'), functionsDir, { recursive: true });
  const file = join(functionsDir, 'notify/index.js');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(templates.progress, ''));
  cloud = await startTestCloud({ functionsDir });
  await cloud.saysYes(RESIDENT, ['progress']);
  await taken();
  expect(await cloud.timer('notify')).toMatchObject({ sent: 0 });
  expect(await progress()).toMatchObject({ state: 'inbox_only', why: '模板编号还没有填' });
  expect((await deliveries()).alarms).toMatchObject([{ kind: 'config', noticeKind: 'progress', count: 1 }]);
  expect(await left()).toBe(1);
  rmSync(functionsDir, { recursive: true });
});

describe('the queue', () => {
  const orgId = 'cm-xinmin';
  const alarms = async () => (await cloud.ok('ad-cm-1', 'admin.deliveries', { orgId })).alarms;

  it('stands still: the admin is told, until it moves again', async () => {
    await taken();
    await cloud.setClock(MONDAY + 15 * minutes);
    expect(await alarms()).toEqual([]);
    await cloud.setClock(MONDAY + 16 * minutes);
    expect(await alarms()).toMatchObject([{ kind: 'queue', firstAt: MONDAY, canMend: false }]);
    await cloud.timer('notify');
    expect(await alarms()).toEqual([]);
  });

  it('has nothing to say where nothing is due', async () => {
    await cloud.setClock(MONDAY + 86_400_000);
    expect(await alarms()).toEqual([]);
  });

  it('goes on when a run dies, and waits for one that is under way', async () => {
    await cloud.saysYes(RESIDENT, ['progress']);
    await taken();
    await cloud.local('kill', { function: 'notify', after: 2 });
    await expect(cloud.timer('notify')).rejects.toThrow();
    expect(await notifyAt(MONDAY + minutes)).toEqual({ busy: 1 });
    expect(await notifyAt(MONDAY + 2 * minutes)).toMatchObject({ sent: 1 });
  });

  it('goes on when the clock was set back', async () => {
    await cloud.setClock(MONDAY + 86_400_000);
    await cloud.local('kill', { function: 'notify', after: 2 });
    await expect(cloud.timer('notify')).rejects.toThrow();
    await cloud.setClock(MONDAY);
    await cloud.saysYes(RESIDENT, ['progress']);
    await taken();
    expect(await cloud.timer('notify')).toMatchObject({ sent: 1 });
  });
});

describe('the reader', () => {
  it('is left alone from ten to seven where it can wait, and not in an emergency', async () => {
    await cloud.saysYes(RESIDENT, ['progress'], 4);
    await cloud.setClock(instantOf('2026-11-23', '23:00'));
    await taken();
    expect(await cloud.timer('notify')).toMatchObject({ sent: 0 });
    expect(await progress()).toMatchObject({ state: 'waiting', sendAt: instantOf('2026-11-24', '07:00') });
    await cloud.ok(RESIDENT, 'cases.submit', {
      serviceCode: 'report-issue',
      subtype: 'manhole',
      mode: 'online',
      note: '井盖没了',
    });
    const [urgent] = (await cloud.ok(RESIDENT, 'cases.mine', {})).cases;
    const caseId = urgent?.caseId ?? '';
    const holder = (await cloud.ok(RESIDENT, 'cases.detail', { caseId })).case.assignment?.agentId ?? '';
    await cloud.ok(holder, 'cases.accept', { caseId });
    expect(await cloud.timer('notify')).toMatchObject({ sent: 1 });
    expect(await notifyAt(instantOf('2026-11-24', '07:00'))).toMatchObject({ sent: 1 });
  });

  it('is told once of many things of a kind', async () => {
    await cloud.saysYes('ag-01', ['assignment'], 5);
    for (const resident of ['rs-01', 'rs-02', 'rs-03'])
      await cloud.ok(resident, 'cases.submit', {
        serviceCode: 'temporary-relief',
        mode: 'counter',
        note: '求助',
      });
    await cloud.timer('notify');
    const told = (await messages()).filter((one) => one.personId === 'ag-01');
    expect(told.map((one) => one.data.thing3?.value)).toEqual(['有3件新的事，请打开看看']);
  });

  it('turned a kind off', async () => {
    await cloud.saysYes(RESIDENT, ['progress'], 2);
    await cloud.ok(RESIDENT, 'account.setNotices', { quiet: true, muted: ['progress'] });
    await taken();
    expect(await cloud.timer('notify')).toMatchObject({ sent: 0 });
    expect(await left()).toBe(2);
  });

  it('sees how many notices are unread, until the inbox is read', async () => {
    await submit();
    await cloud.timer('notify');
    expect((await cloud.ok(RESIDENT, 'account.session', {})).unread).toBe(1);
    await cloud.ok(RESIDENT, 'account.read', { upTo: MONDAY });
    expect((await cloud.ok(RESIDENT, 'account.session', {})).unread).toBe(0);
  });

  it('never has read less than before, nor what is still to come', async () => {
    const read = async (upTo: number) => (await cloud.ok(RESIDENT, 'account.read', { upTo })).readAt;
    expect(await read(MONDAY - minutes)).toBe(MONDAY - minutes);
    expect(await read(MONDAY + minutes)).toBe(MONDAY);
    expect(await read(MONDAY - minutes)).toBe(MONDAY);
    expect((await cloud.ok(RESIDENT, 'account.inbox', {})).readAt).toBe(MONDAY);
  });

  it('pays two reads for the number and for the inbox', async () => {
    await submit();
    await cloud.timer('notify');
    await cloud.ok(RESIDENT, 'account.session', {});
    await cloud.ok(RESIDENT, 'account.session', {});
    await cloud.ok(RESIDENT, 'account.inbox', {});
    const calls = await cloud.local<{ reads: number }[]>('calls');
    const identity = 1;
    expect(calls.slice(-2).map(({ reads }) => reads - identity)).toEqual([2, 2]);
  });

  it('who has no message left and never looks is called by the agent', async () => {
    await cloud.saysYes(RESIDENT, ['progress']);
    const caseId = await submit();
    await cloud.ok('ag-01', 'cases.accept', { caseId });
    await cloud.timer('notify');
    await cloud.ok('ag-01', 'cases.ask', { caseId, text: '户口簿' });
    await cloud.timer('notify');
    const { calls } = await cloud.ok('ag-01', 'cases.calls', {});
    expect(calls).toMatchObject([
      { caseId, name: '赵一示', phone: '04525550124', says: expect.stringContaining('户口簿') as string },
    ]);
    const callId = calls[0]?.id ?? '';
    await cloud.ok('ag-01', 'cases.called', { callId, outcome: 'unanswered' });
    expect((await cloud.ok('ag-01', 'cases.calls', {})).calls).toMatchObject([{ outcome: 'unanswered' }]);
    await cloud.ok('ag-01', 'cases.called', { callId, outcome: 'told', text: '本人知道了' });
    expect((await cloud.ok('ag-01', 'cases.calls', {})).calls).toEqual([]);
    expect(await cloud.call('ag-02', 'cases.called', { callId, outcome: 'told' })).toMatchObject({
      code: 'CALL_NOT_FOUND',
    });
  });
});

it('two at once send none twice', async () => {
  await cloud.saysYes(RESIDENT, ['progress'], 5);
  await cloud.saysYes(RESIDENT, ['supplement']);
  const caseId = await taken();
  await cloud.ok('ag-01', 'cases.ask', { caseId, text: '户口簿' });
  const runs = await Promise.all([1, 2, 3, 4].map(() => cloud.timer('notify')));
  expect(runs.filter((counts) => 'busy' in counts).length).toBeLessThan(4);
  expect(await messagesTo(RESIDENT)).toHaveLength(2);
  expect(await left()).toBe(4);
  const seen: CaseView = (await cloud.ok(RESIDENT, 'cases.detail', { caseId })).case;
  expect(seen.state).toBe('awaiting_resident');
});
