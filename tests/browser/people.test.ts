import type { Page } from 'playwright-core';
import { type App, startApp } from './app';
import { button, main, sees } from './steps';

/** The register and the grids as managers keep them, on a phone. */
let app: App;
beforeAll(async () => {
  app = await startApp();
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
    await button(page, '并过去').click();
    await sees(page, '请选一个网格。');
    await pick(page, '并进哪个网格', /^新民第二网格/);
    await button(page, '并过去').click();
    await button(page, '真的把新民第四网格并进新民第二网格').click();
    await sees(page, '网格，已关');
    expect(await gridOf('李四示')).toBe('新民第二网格');
    await button(page, '看台账').click();
    await sees(page, '新民第四网格：合并');
    await sees(page, '划入：新民第二网格');
  });
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
