import type { Page, Route } from 'playwright-core';
import { type App, startApp } from './app';
import { choosesExcel, takesExcel } from './excel';
import { button, sees } from './steps';

/** A clerk brings her residents in by Excel: what is wrong, the right file, how far it is, done, and back out again. */
let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  page = await app.open('ad-cm-1', { mode: 'standard', path: '#/packages/manager/people/index' });
});
afterAll(() => app.close());

const people = () => app.cloud.stored().people?.length ?? 0;
const takes = (name: string | RegExp) => takesExcel(page, name);

it('she takes the template, which says how each column is filled in', async () => {
  await button(page, '用表格导入').click();
  const [sheet, codes, how] = await takes('取居民模板');
  expect(sheet?.data).toEqual([['姓名', '电话', '社区', '网格或小区', '门牌']]);
  expect(codes?.data.flat()).toContain('新民第一网格');
  expect(how?.data[1]?.slice(0, 2)).toEqual(['姓名', '要填']);
  await sees(page, /^取到了：新民社区-居民模板\.xlsx/);
});

it('a file with faults writes nothing, and comes back with the faults beside its rows', async () => {
  const before = people();
  await choosesExcel(page, 'residents-faulty');
  await sees(page, '4行要改');
  await sees(page, 'residents-faulty.xlsx：一共600行，596行没问题，4行要改。');
  await sees(page, '第5行，电话：电话不对：手机号是11位，座机请带区号。');
  await sees(page, '第12行，社区：没有叫“没有的社区”的社区，请照“代码”那一页填。');
  await sees(page, '第22行，姓名：请填写姓名。');
  await sees(page, '第43行，姓名：和第42行重复了，请去掉一行。');
  const [sheet] = await takes('取标好问题的表格');
  expect(sheet?.data.flatMap((row, i) => (row[5] ? [i + 1] : []))).toEqual([1, 5, 12, 22, 43]);
  expect(people()).toBe(before);
});

it('the right file shows how far it is, and comes in', async () => {
  const before = people();
  await choosesExcel(page, 'residents', '换一个文件');
  await sees(page, '都没问题');
  // Its second portion waits until the first has been seen.
  let calls = 0;
  const held: Route[] = [];
  await page.route('**/v1/functions/imports', (route) => {
    const isPortion = (route.request().postData() ?? '').includes('"dryRun":false');
    if (isPortion && (calls += 1) === 2) held.push(route);
    else void route.continue();
  });
  await button(page, '导入600行').click();
  await sees(page, '导了500行，一共600行');
  await held[0]?.continue();
  await sees(page, '新导入600行。');
  expect(people() - before).toBe(600);
  const { people: found } = await app.cloud.ok('ad-cm-1', 'people.find', {
    text: '赵一例',
    orgId: 'cm-xinmin',
  });
  expect(found).toHaveLength(1);
});

it('she takes it back, and none of it is there any more', async () => {
  await button(page, /^撤回.*导入的居民$/).click();
  await sees(page, '撤回了600行。');
  const { people: found } = await app.cloud.ok('ad-cm-1', 'people.find', {
    text: '赵一例',
    orgId: 'cm-xinmin',
  });
  expect(found).toEqual([]);
});

it('rosters come out as they are', async () => {
  await page.getByRole('radio', { name: '排班' }).check();
  const [sheet] = await takes('取现在的排班，改好再导入');
  const { agents } = await app.cloud.ok('ad-cm-1', 'roster.list', { orgId: 'cm-xinmin' });
  expect(sheet?.data.slice(1).map(([name]) => name)).toEqual(agents.map(({ name }) => name));
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
