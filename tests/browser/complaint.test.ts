import type { Page } from 'playwright-core';
import { spokenNo } from '../../contract/case-no';
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

const desk = (name: string) => `packages/manager/${name}/index`;
const bench = (name: string) => `packages/agent/${name}/index`;
const noCase = /没找到这个办件|这里不归您的身份用|这件已经不在您手上了/;

/** What the accused can open: each page, and words by which it is known to be there. */
const pagesOf = {
  agent: [
    ['pages/home/index', '您要办什么事？'],
    ['pages/me/index', '现在没有消息。办件有进展，会在这里告诉您。'],
    [bench('queue'), '现在没有办件，歇口气。'],
    [bench('pool'), /附近没有等人接的件/],
    [bench('calls'), /现在没有要打的电话/],
    [bench('reviews'), '现在没有能看的评价。'],
    [bench('report'), '下载述职材料'],
  ],
  manager: [
    ['pages/me/index', '现在没有消息。办件有进展，会在这里告诉您。'],
    [desk('board'), /待派单 0/],
    [desk('reviews'), '没有要整改的差评。'],
    [desk('scores'), /提交0件/],
    [desk('deliveries'), '这一个月还没有通知。'],
    [`${desk('journal')}?org=cm-zhongdong`, /没有|还没/],
  ],
} as const;

it.each([
  ['agent', 'ag-01', 'rs-02', 'ad-cm-1'],
  ['manager', 'ad-cm-2', 'rs-06', 'ad-st-1'],
] as const)('no page of the accused %s shows it while it runs', async (role, accused, resident, holder) => {
  const { caseId, no } = await app.cloud.ok(resident, 'cases.complain', {
    about: 'person',
    id: accused,
    note: '说好给办，一直拖着不管',
  });
  await sees(
    await app.open(holder, { path: '#/pages/me/index' }),
    new RegExp(`${spokenNo(no)}，被投诉的人看不到`),
  );
  const page = await app.open(accused);
  const open = async (path: string, shows: string | RegExp) => {
    await page.goto(`${app.cloud.url}/?${encodeURIComponent(path)}#/${path}`);
    await sees(page, shows);
    return page.locator('#app').innerText();
  };
  for (const [path, shows] of pagesOf[role])
    expect([path, await open(path, shows)]).toEqual([path, expect.not.stringMatching(/投诉|拖着不管/)]);
  for (const at of ['resident', role])
    expect(await open(`packages/${at}/case/index?id=${caseId}`, noCase)).not.toMatch(/投诉|拖着不管/);
  if (role === 'agent') return;
  await open(desk('board'), '找一件');
  await page.getByLabel('找一件').fill(no);
  await button(page, '查找').click();
  await sees(page, /^没有找到/);
});

it('no page said an error', () => expect(app.complaints).toEqual([]));

async function openNotice(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title }).filter({ visible: true }).first().click();
}
