import type { Locator, Page } from 'playwright-core';
import { instantOf } from '../../contract/time';
import { type Level, levels, tagsFor } from '../../contract/words';
import { AGENT, MANAGER, finish as finished } from '../functions/finished';
import { type App, startApp } from './app';
import { choosePhoto, photo } from './review-pages';
import { button, gone, sees } from './steps';

/** What follows the end of a case: rated, looked into, said not to be done, read by neighbours and by the rated agent. */
const RESIDENT = 'rs-01';

let app: App;
afterEach(() => app.close());

const finish = (resident = RESIDENT) => finished(app.cloud, resident);
const casePath = (id: string) => `#/packages/resident/case/index?id=${id}`;
const level = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
const words = (page: Page) => page.getByLabel('还想说的，可以不写');
/** Is there a picture in it, and not only a place for one? */
const isDrawn = (place: Locator) =>
  place
    .locator('img')
    .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth > 0));
const send = (page: Page) => button(page, '提交评价').click();

/** From the case's page to the form, as a person goes. */
async function toForm(page: Page): Promise<void> {
  await button(page, '评一评办得怎么样').click();
  await sees(page, '代办员立春晓办得怎么样？');
}

describe.each(['standard', 'elder'] as const)('in %s size', (mode) => {
  beforeEach(async () => {
    app = await startApp();
  });

  it('each of the five levels can be chosen, and the reasons follow it', async () => {
    const page = await app.open(RESIDENT, { mode, path: casePath(await finish()) });
    await toForm(page);
    await send(page);
    await sees(page, '请选一个满意程度。');
    for (const [value, name] of Object.entries(levels)) {
      await level(page, name).check();
      const reasons = page.getByRole('group', { name: /^哪里/ }).getByRole('checkbox');
      const tags = await reasons.locator('xpath=..').allInnerTexts();
      expect(tags.map((tag) => tag.trim())).toEqual(tagsFor[value as Level]);
    }
    // What was chosen stays through a closed page, and praise does not stay with a bad level.
    await level(page, '满意').check();
    await page.getByRole('checkbox', { name: '态度好' }).check();
    await words(page).fill('人特别好');
    await page.reload();
    expect(await page.getByRole('checkbox', { name: '态度好' }).isChecked()).toBe(true);
    expect(await words(page).inputValue()).toBe('人特别好');
    await level(page, '不满意').check();
    await gone(page.getByRole('checkbox', { checked: true }));
    expect(app.complaints).toEqual([]);
  });

  it('a bad one says what happens and by when, and the case shows how it ended', async () => {
    const caseId = await finish();
    const page = await app.open(RESIDENT, { mode, path: casePath(caseId) });
    await toForm(page);
    await level(page, '不满意').check();
    await page.getByRole('checkbox', { name: '多跑腿' }).check();
    await words(page).fill('跑了三趟');
    for (const said of ['谁看得到', /^不知道是谁评的/]) await sees(page, said);
    // One box to write in, and it is not for a name.
    expect(await page.getByRole('textbox').count()).toBe(1);
    // 长辈版 offers a call on each page: here not to the very agent who is being rated.
    expect(
      await page
        .getByRole('link', { name: /打电话给(?!社区)/ })
        .filter({ visible: true })
        .count(),
    ).toBe(0);
    await send(page);
    for (const said of ['谢谢您直说。', /^新民社区来查/, '最晚明天', '最晚11月30日 周一'])
      await sees(page, said);

    await button(page, '看看办件').click();
    for (const said of ['您反映的，有人管', '不满意', '跑了三趟']) await sees(page, said);
    await app.cloud.ok(MANAGER, 'cases.take', { caseId });
    await app.cloud.ok(MANAGER, 'cases.verify', { caseId, isUpheld: true, findings: '材料没一次说清' });
    await page.reload();
    for (const said of ['查清楚了，情况属实', '材料没一次说清', '最晚11月30日 周一']) await sees(page, said);
    await app.cloud.ok(MANAGER, 'cases.mend', { caseId, outcome: 'mended', text: '上门道歉，补办好了' });
    await app.cloud.ok(MANAGER, 'cases.phone', {
      caseId,
      result: 'reached',
      level: 'satisfied',
      text: '这回行了',
    });
    await page.reload();
    for (const said of ['您反映的，有结果了', '上门道歉，补办好了', '您说：满意，这回行了', '不满意'])
      await sees(page, said);
    expect(app.complaints).toEqual([]);
  });

  it('what is not done goes back to its agent, with the reason', async () => {
    const caseId = await finish();
    const page = await app.open(RESIDENT, { mode, path: casePath(caseId) });
    await button(page, '没办成').click();
    await page.getByRole('radio', { name: '东西没拿到手' }).check();
    await button(page, '告诉他们，接着办').click();
    for (const said of ['说了没办成，接着办', /代办员立春晓和社区都知道了/]) await sees(page, said);
    await gone(button(page, '评一评办得怎么样'));

    const agent = await app.open(AGENT, { mode, path: '#/packages/agent/queue/index' });
    await sees(agent, '手上的办件 1件');
    await button(agent, /残疾人证办理/).click();
    for (const said of ['居民说还没办成', '东西没拿到手']) await sees(agent, said);
    expect(app.complaints).toEqual([]);
  });

  it('one thing can be added, once', async () => {
    const caseId = await finish();
    await app.cloud.ok(RESIDENT, 'reviews.submit', { caseId, level: 'satisfied', text: '还行' });
    const page = await app.open(RESIDENT, { mode, path: casePath(caseId) });
    await button(page, '补充一句').click();
    await button(page, '补上去').click();
    await sees(page, '请写一句。');
    await page.getByLabel('想补充什么？').fill('后来又送来一份复印件');
    await button(page, '补上去').click();
    for (const said of ['后来补充', '后来又送来一份复印件']) await sees(page, said);
    await gone(button(page, '补充一句'));
    expect(app.complaints).toEqual([]);
  });
});

describe('a review', () => {
  beforeEach(async () => {
    app = await startApp();
  });

  it('counts while WeChat cannot check its words, and they wait', async () => {
    const caseId = await finish();
    const page = await app.open(RESIDENT, { path: casePath(caseId) });
    await toForm(page);
    await level(page, '非常满意').check();
    await words(page).fill('人特别好');
    await app.cloud.local('faults', { api: 'security.msgSecCheck', errcode: -1, times: 1 });
    await send(page);
    await sees(page, /^您写的话还在审/);
    await button(page, '看看办件').click();
    for (const said of ['人特别好', /^您写的话还在审/]) await sees(page, said);
    await app.cloud.timer('rollup');
    const { total } = await app.cloud.ok(MANAGER, 'reviews.scores', { orgId: 'cm-xinmin' });
    expect(total).toMatchObject({ numerator: 1, denominator: 1 });
    const { case: seen } = await app.cloud.ok(MANAGER, 'cases.detail', { caseId });
    expect(seen.review).toMatchObject({ textState: 'waiting' });
    expect(seen.review?.text).toBeUndefined();
  });

  it('takes photos, up to three, and lets go of one', async () => {
    const caseId = await finish();
    const page = await app.open(RESIDENT, { path: casePath(caseId) });
    await toForm(page);
    await level(page, '不满意').check();
    for (let count = 1; count <= 3; count += 1) {
      await choosePhoto(page, count);
    }
    await gone(button(page, /^放照片$/));
    await button(page, '不要照片3').click();
    expect(await button(page, /^照片/).count()).toBe(2);
    await send(page);
    await sees(page, '谢谢您直说。');
    await button(page, '看看办件').click();
    await photo(page, 2).waitFor();
    expect(await isDrawn(photo(page, 1))).toBe(true);

    // The community looks at them too, as large as they are.
    const manager = await app.open(MANAGER, { path: `#/packages/manager/case/index?id=${caseId}` });
    await photo(manager, 2).waitFor();
    expect(await isDrawn(photo(manager, 1))).toBe(true);
    const [large] = await Promise.all([manager.context().waitForEvent('page'), photo(manager, 1).click()]);
    expect(await isDrawn(large.locator('body'))).toBe(true);
    expect(app.complaints).toEqual([]);
  });
});

describe('five together', () => {
  const residents = ['rs-02', 'rs-03', 'rs-04', 'rs-02'];
  beforeAll(async () => {
    app = await startApp();
  });

  it('are read by their agent in a batch of nobody, and one is appealed against; neighbours read what may be read', async () => {
    const agent = await app.open(AGENT, { path: '#/packages/agent/queue/index' });
    await button(agent, /我的评价/).click();
    await sees(agent, /现在没有能看的评价/);
    const neighbour = await app.open('rs-03', { path: '#/pages/me/index' });
    await button(neighbour, /回音墙/).click();
    await sees(neighbour, /^要有5位邻居愿意/);

    // One as a person does it, with the neighbours allowed to read it.
    const mine = await finish();
    const page = await app.open(RESIDENT, { path: casePath(mine) });
    await toForm(page);
    await level(page, '不满意').check();
    await page.getByRole('checkbox', { name: '态度差' }).check();
    expect(await page.getByRole('checkbox', { name: /也让邻居看到/ }).isDisabled()).toBe(true);
    await words(page).fill('说话冲');
    await page.getByRole('checkbox', { name: /也让邻居看到/ }).check();
    await sees(page, '看得到您写的话，不知道是谁写的。');
    await send(page);
    await sees(page, '谢谢您直说。');
    const others = [];
    for (const [index, resident] of residents.entries()) {
      const caseId = await finish(resident);
      const text = `很好，第${index + 1}回`;
      await app.cloud.ok(resident, 'reviews.submit', {
        caseId,
        level: 'satisfied',
        tags: ['态度好'],
        text,
        wall: true,
      });
      others.push(caseId);
    }
    for (const caseId of [mine, ...others])
      await app.cloud.ok(MANAGER, 'reviews.moderate', { caseId, wall: 'shown', answer: '谢谢您' });
    await app.cloud.setClock(instantOf('2026-12-02', '10:00'));
    await app.cloud.timer('sweep');

    await agent.reload();
    for (const said of ['2026年11月', '5条，4条满意', '态度好 4次', '态度差 1次', '说话冲'])
      await sees(agent, said);
    const shown = await agent.getByRole('main').filter({ visible: true }).innerText();
    // No day, no number, no name.
    expect(shown).not.toMatch(/\d+日|周[一二三四五六日]|1123 ?\d{4}/);
    await button(agent, '觉得不公道，申诉').click();
    await agent.getByLabel('为什么不公道？').fill('通话录音里没有');
    await agent.reload();
    expect(await agent.getByLabel('为什么不公道？').inputValue()).toBe('通话录音里没有');
    await button(agent, '提交申诉').click();
    for (const said of ['申诉：等裁定', '您说的：通话录音里没有']) await sees(agent, said);
    await gone(button(agent, '觉得不公道，申诉'));
    await app.cloud.ok('ad-st-1', 'reviews.judge', { caseId: mine, isUpheld: true, why: '录音里没有' });
    await agent.reload();
    for (const said of ['申诉：申诉成立，不计入', '裁定的理由：录音里没有', '4条，4条满意'])
      await sees(agent, said);

    await neighbour.reload();
    for (const said of ['2026年11月', '说话冲', '很好，第1回', '社区回复']) await sees(neighbour, said);
    expect(app.complaints).toEqual([]);
  });
});
