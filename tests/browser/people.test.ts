import type { Page } from 'playwright-core';
import { demoPeople, nobodies } from '../../demo/documents';
import { startTestCloud } from '../support/cloud';
import { type App, h5Dir, openApp } from './app';
import { leversWithFont } from './font';
import { button, main, sees } from './steps';

/** The register and the grids as managers keep them, on a phone. */
let app: App;
beforeAll(async () => {
  const people = [...demoPeople().filter(({ role }) => role !== 'nobody'), ...nobodies(2)];
  app = await openApp(await startTestCloud({ staticDir: h5Dir, levers: leversWithFont, people }));
});
afterAll(() => app.close());

const manager = 'ad-cm-1';
const orgId = 'cm-xinmin';
const told = {
  serviceCode: 'disability-certificate',
  mode: 'counter',
  note: '想办残疾证',
  channel: 'phone',
  name: '何老太',
  phone: '15500000111',
} as const;
const open = (path: string, person = manager) =>
  app.open(person, { mode: 'standard', path: `#/packages/manager/${path}` });
const group = (page: Page, name: string) => page.getByRole('group', { name }).filter({ visible: true });
const pick = (page: Page, of: string, name: RegExp) => group(page, of).getByRole('radio', { name }).check();
const mine = async (person: string) => (await app.cloud.ok(person, 'cases.mine', {})).cases.length;
const gridOf = async (text: string) =>
  (await app.cloud.ok(manager, 'people.find', { text, orgId })).people[0]?.gridName;

describe('two entries of one person', () => {
  it('are looked at beside each other, made one, and parted again', async () => {
    await app.cloud.ok('ag-01', 'cases.intake', told);
    await app.cloud.ok('nobody', 'account.join', {
      orgId,
      name: '何桂香',
      phone: told.phone,
      consent: true,
    });
    await app.cloud.ok('nobody', 'account.change', { phone: told.phone });
    const { id } = (await app.cloud.ok('nobody', 'account.session', {})).person;
    expect(await mine('nobody')).toBe(0);
    const page = await open(`person/index?id=${id}`);
    await sees(page, '别的登记也是这个电话');
    await button(page, /^何老太.*核对是不是同一位/).click();
    await sees(page, '社区代录');
    await button(page, '是同一位，合成一条').click();
    await sees(page, /^留下何桂香这一条/);
    await button(page, '真的合成一条').click();
    await sees(page, '何老太的登记合到了这里');
    expect(await mine('nobody')).toBe(1);

    await button(page, /台账/).click();
    await sees(page, '何桂香的台账');
    await sees(page, '居民何**：合并');
    await page.goBack();
    await button(page, '把何老太和何桂香分开').click();
    await sees(page, '别的登记也是这个电话');
    expect(await mine('nobody')).toBe(0);
    await button(page, '不是同一位，各留各的').click();
    await page.getByText('别的登记也是这个电话').waitFor({ state: 'detached' });
  });
});

describe('a resident who moves', () => {
  it('is put into another grid, or into another community that is found by its name', async () => {
    const page = await open('person/index?id=rs-02');
    await button(page, '搬家').click();
    await button(page, '搬过去').click();
    await sees(page, '请选搬到哪里。');
    await pick(page, '搬到哪里', /^新民第三网格/);
    await button(page, '搬过去').click();
    await main(page)
      .getByRole('listitem')
      .filter({ hasText: /^网格新民第三网格$/ })
      .waitFor();
    await page.getByRole('radio', { name: '别的社区' }).check();
    await page.getByLabel('搬到哪个小区、哪个社区？').fill('东湖社区');
    await group(page, '找到的社区').getByRole('button').first().click();
    await button(page, '搬过去').click();
    await sees(page, /^搬到东湖社区了/);
    const { community } = await app.cloud.ok('rs-02', 'account.session', {});
    expect(community?.id).toBe('cm-donghu');
  });
});

describe('the grids of a community', () => {
  it('are redrawn from a day on, seen beforehand, and what is planned is taken back', async () => {
    const page = await open(`unit/index?org=${orgId}`);
    await button(page, '重划网格').click();
    await pick(page, '从哪个网格', /^新民第三网格/);
    await page.getByLabel('只搬一部分的话，地址开头是').fill('灯塔院');
    await pick(page, '到哪个网格', /^新民第一网格/);
    await button(page, '先看看会怎样').click();
    await sees(page, /^1位居民换网格/);
    await button(page, '照这样改').click();
    await sees(page, '定好了，到那天自动改。');
    await sees(page, '新民第三网格里灯塔院开头的，到新民第一网格');
    await button(page, /^取消明天起的重划$/).click();
    await sees(page, /，取消了$/);

    await pick(page, '从哪个网格', /^新民第三网格/);
    await page.getByLabel('从哪天起').fill('2026-11-23');
    await pick(page, '到哪个网格', /^新民第一网格/);
    await button(page, '先看看会怎样').click();
    await button(page, '照这样改').click();
    await sees(page, /^改好了：1位居民/);
    expect(await gridOf('赵一示')).toBe('新民第一网格');
  });

  it('become one, asked once, and the journal of the community says so', async () => {
    const page = await open(`unit/index?org=${orgId}`);
    await button(page, /^新民第四网格/).click();
    await button(page, '并进别的网格').click();
    await button(page, '先看看会怎样').click();
    await sees(page, '请选并进哪一个。');
    await pick(page, '并进哪一个', /^新民第二网格/);
    await button(page, '先看看会怎样').click();
    await sees(page, '管它的代办员接着管并进去的那个网格。');
    await button(page, '真的把新民第四网格并进新民第二网格').click();
    await sees(page, '网格，已关');
    await sees(page, /^好了：\d位居民、0件在办的转过去了$/);
    expect(await gridOf('李四示')).toBe('新民第二网格');
    await button(page, '看台账').click();
    await sees(page, '新民第四网格：合并');
    await sees(page, '划入：新民第二网格');
    const all = await open(`journal/index?org=${orgId}`);
    await all.getByRole('radio', { name: '服务事项' }).check();
    await sees(all, '没有这样的记录，换一类或者换一天看看。');
    await all.getByRole('radio', { name: '单位' }).check();
    await sees(all, '新民第四网格：合并');
  });
});

describe('a community', () => {
  it('comes below another street, and goes into another community, each seen beforehand', async () => {
    const page = await open(`unit/index?org=${orgId}`, 'ad-ds-1');
    await button(page, '换上级').click();
    await pick(page, '归到哪里', /^东湖街道/);
    await button(page, '先看看会怎样').click();
    await sees(page, '会转过去');
    await button(page, '真的把新民社区归到东湖街道').click();
    await sees(page, /^好了：\d位居民/);
    const above = async () =>
      (await app.cloud.ok('ad-ds-1', 'units.tree', {})).units.find(({ id }) => id === orgId)?.above;
    expect(await above()).toBe('st-donghu');

    await button(page, '并进别的社区').click();
    await pick(page, '并进哪一个', /^东湖社区/);
    await button(page, '先看看会怎样').click();
    await sees(page, '白露澄还能看新民社区以前的事。要管合并以后的，请另外邀请。');
    await button(page, '真的把新民社区并进东湖社区').click();
    await sees(page, '社区，已关');
    const { community } = await app.cloud.ok('rs-01', 'account.session', {});
    expect(community?.id).toBe('cm-donghu');
  });
});

describe('what staff have to look at', () => {
  it('stands on the page of residents and staff until it is done', async () => {
    await app.cloud.ok('nobody-2', 'account.join', {
      orgId: 'cm-donghu',
      name: '何小满',
      phone: '15500000222',
      consent: true,
    });
    const page = await open('people/index', 'ad-cm-3');
    await sees(page, '电话是自己填的。说上话、认得本人，就点进去核实。');
    await button(page, /^何小满/).click();
    await button(page, '是本人，核实').click();
    await page.getByText('说上话了，是他本人？').waitFor({ state: 'detached' });
    await page.goBack();
    await page.getByText('何小满').waitFor({ state: 'detached' });
  });
});

describe('a resident who scans another community’s code', () => {
  it('is offered to move there, once', async () => {
    const { code } = await app.cloud.ok('ad-cm-3', 'units.code', { orgId: 'cm-donghu' });
    const path = `#/pages/home/index?scene=${code}`;
    const page = await app.open('rs-05', { mode: 'standard', path });
    await sees(page, '您扫的是东湖社区的码');
    await button(page, '搬了，改到东湖社区').click();
    await sees(page, '您现在登记在东湖社区');
    const { community } = await app.cloud.ok('rs-05', 'account.session', {});
    expect(community?.id).toBe('cm-donghu');
    const stays = await app.open('rs-06', { mode: 'standard', path });
    await button(stays, '没有搬').click();
    await stays.getByText('您扫的是东湖社区的码').waitFor({ state: 'detached' });
    await stays.goto(`${app.cloud.url}/?again#/pages/home/index`);
    await sees(stays, '常办的事');
    await stays.getByText('您扫的是东湖社区的码').waitFor({ state: 'detached' });
  });

  it('is told of a code that leads nowhere any more', async () => {
    const page = await app.open('rs-07', { mode: 'standard', path: '#/pages/home/index?scene=ZZZZ9999' });
    await sees(page, '刚才扫的码用不了了');
    await button(page, '知道了').click();
    await page.getByText('刚才扫的码用不了了').waitFor({ state: 'detached' });
  });
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
