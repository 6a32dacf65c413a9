import type { Page } from 'playwright-core';
import { MONDAY } from '../support/cloud';
import { type App, startApp } from './app';
import { answers, button, main, sees } from './steps';

/** 您现在要做的: what the resident must do stands first, on the first page and on the case's own. */
let app: App;
let page: Page;
let paper: string;
let lamp: string;
const resident = 'rs-01';
const dayMs = 24 * 60 * 60 * 1000;

async function ask(serviceCode: string, note: string) {
  const { caseId } = await app.cloud.ok(resident, 'cases.submit', { serviceCode, mode: 'counter', note });
  const { case: kase } = await app.cloud.ok('ad-cm-1', 'cases.detail', { caseId });
  const agent = kase.assignment?.agentId ?? '';
  await app.cloud.ok(agent, 'cases.accept', { caseId });
  return { caseId, agent };
}

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** The headings of the page in view, as they are read. */
const headings = async () => (await main(page).getByRole('heading').allInnerTexts()).map((one) => one.trim());

it('is absent while there is nothing to do, whatever is overdue', async () => {
  await app.cloud.setClock(MONDAY - 30 * dayMs);
  await ask('senior-preference-card', '优待证丢了，想补一张');
  await app.cloud.setClock(MONDAY);
  page = await app.open(resident);
  await sees(page, '正在给您办');
  expect(await headings()).not.toContain('您现在要做的');
});

it('is a paper by its day before a review, and both before what others do', async () => {
  const asked = await ask('elderly-allowance', '过了80生日还没领高龄津贴');
  paper = asked.caseId;
  await app.cloud.ok(asked.agent, 'cases.ask', { caseId: paper, text: '户口簿。请把户口簿备好' });
  const done = await ask('disability-certificate', '老伴瘫痪两年，下不了楼');
  lamp = done.caseId;
  await app.cloud.ok(done.agent, 'cases.complete', { caseId: lamp, result: '证办好了，送到家了' });
  await page.reload();
  await button(page, /^补一样：高龄津贴.*户口簿.*最晚.+补上/s).waitFor();
  expect((await headings()).slice(0, 2)).toEqual(['您现在要做的', '正在给您办']);
  await button(page, '还有1件等您，都看看').waitFor();
});

it('stands first on the case, too, and leads to the next thing once it is done', async () => {
  await button(page, /^补一样：高龄津贴/).click();
  // What is asked for stands on the first page as well: the case is there when its field is.
  const field = page.getByLabel('怎么补上的，说一句').filter({ visible: true });
  await field.waitFor();
  expect((await headings())[0]).toBe('您现在要做的');
  await field.fill('放在家里，来拿就行');
  await button(page, '补好了，接着办').click();
  await answers(page, '取消');
  await page
    .getByRole('heading', { name: '您现在要做的' })
    .filter({ visible: true })
    .waitFor({ state: 'hidden' });
  await page.goBack();
  await button(page, /^评一评：残疾人证办理/).click();
  await page.getByRole('heading', { level: 1, name: '评一评' }).filter({ visible: true }).waitFor();
});

it('asks for a review on the case, until it is given', async () => {
  page = await app.open(resident, { path: `#/packages/resident/case/index?id=${lamp}` });
  await button(page, '去评一评').click();
  await page.getByRole('radio', { name: '非常满意' }).check();
  await button(page, '提交评价').click();
  await button(page, '看看办件').click();
  await sees(page, '您的评价');
  expect(await headings()).not.toContain('您现在要做的');
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
