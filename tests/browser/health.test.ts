import type { Page } from 'playwright-core';
import { type App, startApp } from './app';
import { button, sees } from './steps';

/** 运行情况: the district tries what nobody can see by looking. */
let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  page = await app.open('ad-ds-1', { path: '#/packages/manager/health/index', mode: 'standard' });
});
afterAll(() => app.close());

const refused = (api: string, errcode: number) => app.cloud.local('faults', { api, errcode, times: 1 });

it('checks, says what is wrong and the one thing to do; mended, nothing is left', async () => {
  await refused('subscribeMessage.send', -604101);
  await button(page, '检查一遍').click();
  await sees(page, '云函数 notify 发订阅消息：没有权限（微信代码-604101）');
  await sees(page, /在云函数 notify 上点右键/);
  await sees(page, '12样没问题');
  await button(page, '再检查一遍').click();
  await sees(page, '13样没问题');
  await button(page, '试了哪些').click();
  await sees(page, /^时钟：云上是11月23日 周一 10:00，和您这边一样$/);
  expect(app.complaints).toEqual([]);
});

it('sends a message to oneself by a yes in the tap, and says what WeChat says', async () => {
  await page.getByRole('radio', { name: '派单和催办' }).click();
  await button(page, '给我发一条').click();
  await button(page, '取消').click();
  await sees(page, /没有发：微信没有等到您的“允许”/);
  await button(page, '给我发一条').click();
  await button(page, '允许').click();
  await sees(page, /已发到微信，看看“服务通知”/);
  const messages = await app.cloud.local<{ personId: string }[]>('messages');
  expect(messages).toMatchObject([{ personId: 'ad-ds-1' }]);
  await refused('subscribeMessage.send', 40037);
  await button(page, '给我发一条').click();
  await button(page, '允许').click();
  await sees(page, /没有发成：模板编号不对（微信代码40037）/);
});
