import type { Page } from 'playwright-core';
import { BEGIN_BYTES, newBegin } from '../../cloudfunctions/domain/begin';
import { emptyOptions } from '../../demo/cloud';
import { type ImportTable, importTables } from '../../contract/imports';
import { MONDAY, startTestCloud } from '../support/cloud';
import { type App, h5Dir, openApp } from './app';
import { choosesExcel, takesExcel } from './excel';
import { leversWithFont } from './font';
import { button, main, noteField, sees, tapAndAnswer } from './steps';

/** From an empty installation to the first rated case, with nothing but what a clerk types and the Excel files that she brings. */
let app: App;
let clerk: Page;
let agent: Page;
let resident: Page;
const bytes = new Uint8Array(BEGIN_BYTES).map((_, i) => i);
const { code, doc } = newBegin(bytes, MONDAY);
beforeAll(async () => {
  app = await openApp(await startTestCloud({ staticDir: h5Dir, levers: leversWithFont, ...emptyOptions() }));
  await app.cloud.console.put('installation', { ...doc });
});
afterAll(() => app.close());

const field = (page: Page, label: string | RegExp) => page.getByLabel(label).filter({ visible: true });
const agree = (page: Page) => page.getByRole('checkbox', { name: '看过了，同意' }).check();
const setup = async () => {
  // What an instance remembers is a minute old at most; a clerk takes longer than that.
  await app.cloud.local('rest', {});
  await clerk.goto(`${app.cloud.url}/#/packages/manager/setup/index`);
  await clerk.reload();
};
const goTo = async (title: string | RegExp) => {
  await setup();
  await button(clerk, title).first().click();
};

/** One of the clerk's own spreadsheets, whose rows all come in. */
const brings = async (table: ImportTable, name: string, rows: number) => {
  await goTo('用表格一次填好');
  await clerk.getByRole('radio', { name: importTables[table] }).check();
  await choosesExcel(clerk, name);
  await sees(clerk, '都没问题');
  await button(clerk, `导入${rows}行`).click();
  await sees(clerk, '导好了');
};

it('the code that was printed makes a clerk the manager of the district', async () => {
  clerk = await app.open('nobody', { isKept: true, mode: 'standard', path: '#/pages/me/index' });
  await button(clerk, /有人请我来/).click();
  await button(clerk, '系统刚装好，我有启用码').click();
  await button(clerk, /^启用$/).click();
  await sees(clerk, '请照着服务器屏幕上的启用码填。');
  await field(clerk, '启用码').fill(code.toLowerCase());
  await field(clerk, '区的名字').fill('铁锋区');
  await field(clerk, '您的姓名').fill('周大姐');
  await field(clerk, '您的电话').fill('0452 555 0100');
  await button(clerk, /^启用$/).click();
  await sees(clerk, '铁锋区还没有街道');
  await sees(clerk, '办事目录还是空的');
});

it('the guide leads to each thing that is missing, until nothing is', async () => {
  await setup();
  await sees(clerk, '铁锋区还没有街道');
  await brings('units', 'units', 4);
  await goTo('办事目录还是空的');
  await button(clerk, /^启用/).click();
  await sees(clerk, /残疾人证办理/);
  await setup();
  await sees(clerk, '新民社区还没有代办员');
  await brings('staff', 'staff', 1);
  const [told] = await takesExcel(clerk, '取邀请码');
  const [, phone, post, digits] = told?.data[1] ?? [];
  expect([phone, post]).toEqual(['15500000102', '新民社区代办员']);

  agent = await app.open('nobody-2', { isKept: true, mode: 'standard', path: '#/pages/me/index' });
  await button(agent, /有人请我来/).click();
  await field(agent, '6位数字').fill(String(digits));
  await field(agent, '收到邀请的手机号').fill('15500000102');
  await button(agent, '找到邀请').click();
  await agree(agent);
  await button(agent, '接受').click();
  await sees(agent, '好了，您现在是代办员');

  await brings('rosters', 'rosters', 1);
  await sees(clerk, '改了1行。');
  await setup();
  // It can do without a manager of its own: the district's answers for it.
  await sees(clerk, '还缺1样');
  await sees(clerk, '新民社区还没有管理员');
});

it('the sheet for the door is read by a resident, who asks at once', async () => {
  await clerk.goto(`${app.cloud.url}/#/packages/manager/units/index`);
  await button(clerk, /^新民社区/).click();
  await button(clerk, /^第一网格/).click();
  await button(clerk, '看登记码，打印').click();
  const letters = (
    await main(clerk)
      .getByText(/^[2-9A-Z]{4} [2-9A-Z]{4}$/)
      .innerText()
  ).replace(' ', '');

  resident = await app.open('nobody-3', {
    isKept: true,
    mode: 'standard',
    path: `#/pages/home/index?scene=${letters}`,
  });
  await button(resident, '社保认证').click();
  await button(resident, '请代办员帮忙').click();
  await noteField(resident).fill('老伴卧床，走不远');
  await button(resident, '下一步').click();
  await sees(resident, '龙华街道，第一网格');
  await agree(resident);
  await field(resident, '您的姓名').fill('赵大爷');
  await field(resident, '或者自己填电话').fill('15500000103');
  if (await field(resident, '上门的地址').count()) await field(resident, '上门的地址').fill('灯塔院3号楼501');
  await button(resident, '下一步').click();
  await button(resident, '发出去').click();
  await sees(resident, '收到了，我们来办');
});

it('the agent does it, and the resident says how it was', async () => {
  await button(agent, '去工作台').click();
  await tapAndAnswer(agent, /^接单/);
  await sees(agent, '手上的办件 1件');
  const [kase] = (await app.cloud.ok('nobody-3', 'cases.mine', {})).cases;
  await app.cloud.ok('nobody-2', 'cases.complete', { caseId: kase?.caseId ?? '', result: '上门认证好了' });
  await resident.goto(`${app.cloud.url}/#/packages/resident/review/index?id=${kase?.caseId}`);
  await resident.getByRole('radio', { name: '非常满意' }).check();
  await button(resident, '提交评价').click();
  await sees(resident, /谢谢|评过了/);
  const { case: done } = await app.cloud.ok('nobody-3', 'cases.detail', { caseId: kase?.caseId ?? '' });
  expect(done.review?.level).toBe('very-satisfied');
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
