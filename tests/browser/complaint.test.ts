import type { Page } from 'playwright-core';
import { type App, startApp } from './app';
import { button, sees, tapAndAnswer } from './steps';

/** 投诉建议 as people do it: said, received, answered, not accepted, looked into again above. */
let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const note = '约好上午来，等到天黑也没来';

it('is found by the words of whoever complains, and goes above everybody it is about', async () => {
  const { agent } = await app.cloud.ok('rs-01', 'account.session', {});
  const resident = await app.open('rs-01');
  await resident.getByLabel('您要办什么事？').fill('我要投诉代办员');
  await button(resident, '写下来，交给上级').click();
  await sees(resident, '要说的是？');
  await resident.getByRole('radio', { name: '一个人' }).check();
  await resident.getByRole('radio', { name: new RegExp(agent?.name ?? '-') }).check();
  await resident.getByLabel('怎么回事，想要怎么样').filter({ visible: true }).fill(note);
  await tapAndAnswer(resident, '交给上级');
  await sees(resident, '新民社区受理');
  await button(resident, '看查到哪一步').click();
  await sees(resident, /等上级受理/);

  const manager = await app.open('ad-cm-1', { path: '#/pages/me/index' });
  await openNotice(manager, '有投诉要您单位查');
  await sees(manager, `新民社区代办员${agent?.name ?? '-'}`);
  await button(manager, '受理，我来查').click();
  await button(manager, '查清楚了，答复居民').click();
  await manager.getByLabel('查下来怎么样？写给居民看').filter({ visible: true }).fill('堵在路上了，没有误事');
  await button(manager, '答复居民').click();
  await sees(manager, '打回访电话');

  await resident.reload();
  await sees(resident, '堵在路上了，没有误事');
  await button(resident, '还不满意，请上一级再查').click();
  await resident.getByRole('radio', { name: '没有查清楚' }).check();
  await button(resident, '请上一级再查').click();
  await sees(resident, '龙华街道');

  const street = await app.open('ad-st-1', { path: '#/pages/me/index' });
  await openNotice(street, '投诉交给您单位再查');
  await sees(street, note);
});

it('no page said an error', () => expect(app.complaints).toEqual([]));

async function openNotice(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title }).filter({ visible: true }).first().click();
}
