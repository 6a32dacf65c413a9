import type { Page } from 'playwright-core';
import { type App, startApp } from './app';
import { askByTile, button, casesOf, gone, noteField, sees } from './steps';

/** 替家人办 as it is gone on a phone: a daughter writes her mother down on the way, both see it, and the mother can say no. */
const DAUGHTER = 'rs-04';
const MOTHER = 'rs-05';
let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const field = (page: Page, label: string | RegExp) => page.getByLabel(label).filter({ visible: true });
const choose = (page: Page, name: string | RegExp) =>
  page.getByRole('radio', { name, exact: typeof name === 'string' }).check();
const next = (page: Page) => button(page, '下一步').click();

it('the daughter asks for her mother, who lives in another community', async () => {
  const page = await app.open(DAUGHTER, { mode: 'standard' });
  await askByTile(page, '社保认证');
  await choose(page, '家里人');
  await button(page, '记下，接着写').click();
  await sees(page, '请选他是您的什么人。');
  await sees(page, '请先跟本人说一声，再点“说好了”。');
  await choose(page, '父母');
  await field(page, '他的姓名').fill('周五例');
  await field(page, /^他的电话/).fill('0452 555 0128');
  await button(page, '换一个社区').click();
  await field(page, '他住哪个小区、哪个社区？').fill('中东');
  await page
    .getByRole('group', { name: '找到的社区' })
    .getByRole('button', { name: /中东社区/ })
    .click();
  await page.getByRole('checkbox', { name: '说好了，他同意' }).check();
  await button(page, '记下，接着写').click();
  await sees(page, /第1步/);
  await page.getByRole('radio', { name: /^周五例/, checked: true }).waitFor();
  await noteField(page).fill('我妈走不远');
  await next(page);
  await sees(page, /第2步/);
  expect(await field(page, '联系电话').inputValue()).toBe('04525550128');
  // The daughter's own door is not offered as her mother's.
  await expect(field(page, '上门的地址').inputValue()).resolves.toBe('');
  await field(page, '上门的地址').fill('青石院3号楼2单元301');
  await next(page);
  await sees(page, '周五例（父母）');
  await button(page, '发出去').click();
  await sees(page, '收到了，我们来办');
  const [kase] = await casesOf(app.cloud, MOTHER, 'pension-qualification-verify');
  expect(kase).toBeDefined();
  expect(await casesOf(app.cloud, DAUGHTER, 'pension-qualification-verify')).toMatchObject([
    { caseId: kase?.caseId, relation: 'parent' },
  ]);
});

it('whoever is chosen instead finds nothing of the one before, and each finds their own again', async () => {
  const page = await app.open(DAUGHTER, { mode: 'standard' });
  await askByTile(page, '生活代办');
  await choose(page, /^周五例/);
  await noteField(page).fill('给我妈取药');
  await choose(page, /^上门代办/);
  await next(page);
  await field(page, '联系电话').fill('13900000001');
  await field(page, '上门的地址').fill('青石院3号楼2单元301');
  await button(page, '上一步').click();
  for (const other of ['我自己', '邻居']) {
    await choose(page, other);
    expect(await noteField(page).inputValue()).toBe('');
  }
  await field(page, '他的姓名').fill('赵邻居');
  await choose(page, '我自己');
  await noteField(page).fill('给我取药');
  await choose(page, /^上门代办/);
  await next(page);
  expect(await field(page, '联系电话').inputValue()).toBe('04525550127');
  expect(await field(page, '上门的地址').inputValue()).toContain('向晚小区');
  await button(page, '上一步').click();
  await choose(page, /^周五例/);
  expect(await noteField(page).inputValue()).toBe('给我妈取药');
  await choose(page, '邻居');
  expect(await field(page, '他的姓名').inputValue()).toBe('赵邻居');
});

it('a neighbour is asked for once, and told what is missing beside its field', async () => {
  const page = await app.open(DAUGHTER, { mode: 'standard' });
  await askByTile(page, '政策咨询');
  await choose(page, '邻居');
  await noteField(page).fill('替邻居问高龄津贴');
  await next(page);
  await sees(page, '请选他住的社区。');
  await field(page, '他的姓名').fill('吴六样');
  await field(page, '他住哪个小区、哪个社区？').fill('中东');
  await page
    .getByRole('group', { name: '找到的社区' })
    .getByRole('button', { name: /中东社区/ })
    .click();
  await page.getByRole('checkbox', { name: '说好了，他同意' }).check();
  await next(page);
  await next(page);
  await sees(page, '吴六样（邻居）');
  await button(page, '发出去').click();
  await sees(page, '收到了，我们来办');
  expect((await app.cloud.ok(DAUGHTER, 'account.family', {})).family).toHaveLength(1);
});

it('the mother reads who asked, and does without her', async () => {
  const page = await app.open(MOTHER, { mode: 'standard' });
  const [kase] = await casesOf(app.cloud, MOTHER, 'pension-qualification-verify');
  await page.goto(`${app.cloud.url}/#/packages/resident/case/index?id=${kase?.caseId}`);
  await sees(page, '李四示替您提的');
  await page.goto(`${app.cloud.url}/#/packages/resident/family/index`);
  await sees(page, '李四示');
  await button(page, '不要他替我办').click();
  await sees(page, /他看不到您的事/);
  expect(await casesOf(app.cloud, DAUGHTER, 'pension-qualification-verify')).toEqual([]);
  const daughter = await app.open(DAUGHTER, { mode: 'standard' });
  await askByTile(daughter, '社保认证');
  await daughter.getByRole('radio', { name: '我自己' }).waitFor();
  await gone(daughter.getByRole('radio', { name: /^周五例/ }));
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
