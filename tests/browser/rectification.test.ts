import type { Page } from 'playwright-core';
import { instantOf } from '../../contract/time';
import { AGENT, MANAGER, finish, finishTold, viewOf } from '../functions/finished';
import { type App, startApp } from './app';
import { button, gone, main, sees } from './steps';

/** What those who oversee do with reviews: look into bad ones, call back, decide on appeals, read words. */
let app: App;
beforeEach(async () => {
  app = await startApp();
});
afterEach(async () => {
  const { complaints } = app;
  await app.close();
  expect(complaints).toEqual([]);
});

const hour = 3_600_000;
const JANUARY = instantOf('2027-01-04', '10:00');
const reviews = '#/packages/manager/reviews/index';
const casePage = (id: string) => `#/packages/manager/case/index?id=${id}`;
const choose = (page: Page, name: string | RegExp) =>
  page.getByRole('radio', { name, exact: true }).filter({ visible: true }).check();
const heap = (page: Page, name: RegExp) =>
  page.getByRole('radio', { name }).filter({ visible: true }).check();
const back = (page: Page) => button(page, '返回').last().click();

it('a bad review is looked into, mended, called back and closed; the resident’s case shows it', async () => {
  const caseId = await finish(app.cloud, 'rs-01');
  await app.cloud.ok('rs-01', 'reviews.submit', {
    caseId,
    level: 'dissatisfied',
    tags: ['多跑腿'],
    text: '跑了三趟',
  });
  const manager = await app.open(MANAGER, { path: reviews });
  await sees(manager, '待核实 1件');
  await sees(manager, '不满意，还没有人管');
  await sees(manager, '明天到期');
  await button(manager, /残疾人证办理/).click();
  await sees(manager, '跑了三趟');
  await button(manager, '我来核实').click();
  await sees(manager, '新民社区，白露澄在管');

  await button(manager, '写核实结果').click();
  await button(manager, '核实好了').click();
  await sees(manager, '请选属实还是不属实。');
  await sees(manager, '请写清核实到了什么。');
  await manager.getByRole('radio', { name: /^属实/ }).check();
  await manager.getByLabel('核实到了什么？').fill('回执上只写了一样材料');
  // A resident comes to the counter meanwhile: what was written is still there.
  await manager.reload();
  expect(await manager.getByLabel('核实到了什么？').inputValue()).toBe('回执上只写了一样材料');
  await button(manager, '核实好了').click();

  await button(manager, '写整改结果').click();
  await manager.getByRole('radio', { name: /^已整改/ }).check();
  await manager.getByLabel('做了什么？写给居民看').fill('上门道歉，补办好了');
  await button(manager, '整改好了').click();

  await button(manager, '打回访电话').click();
  expect(
    await main(manager)
      .getByRole('link', { name: /打电话/ })
      .count(),
  ).toBe(0);
  await button(manager, '看姓名和电话').click();
  await sees(manager, '赵一示');
  await choose(manager, '接通了');
  await choose(manager, '满意');
  await manager.getByLabel('居民说了什么，可以不写').fill('这回行了');
  await button(manager, '记下这次电话').click();
  await sees(manager, '差评整改：属实，已整改');
  await sees(manager, '居民现在说满意');
  await gone(button(manager, /回访|核实|整改/));

  const view = await viewOf(app.cloud, 'rs-01', caseId);
  expect(view).toMatchObject({
    review: { level: 'dissatisfied' },
    rectification: { state: 'closed', outcome: 'mended', after: 'satisfied', handler: '白露澄' },
  });
  expect(view.events.map((event) => event.do).slice(-6)).toEqual([
    'review',
    'take',
    'verify',
    'mend',
    'contact',
    'phone',
  ]);
  const again = await app.open(MANAGER, { path: reviews });
  await sees(again, '没有要整改的差评。');
});

it('what is not true needs its evidence and goes straight to the call; it turns yellow, red, and is the street’s to see', async () => {
  const caseId = await finish(app.cloud, 'rs-01');
  await app.cloud.ok('rs-01', 'reviews.submit', { caseId, level: 'very-dissatisfied' });
  await app.cloud.setClock(instantOf('2026-11-24', '16:30'));
  const manager = await app.open(MANAGER, { path: reviews });
  await sees(manager, '黄牌：快到期：今天');
  await app.cloud.setClock(instantOf('2026-11-25', '09:00'));
  await app.cloud.timer('sweep');
  await manager.reload();
  await sees(manager, '红牌：已超期1天');
  const street = await app.open('ad-st-1', { path: '#/packages/manager/board/index' });
  await sees(street, '差评待核实');

  await button(manager, /残疾人证办理/).click();
  await button(manager, '我来核实').click();
  await button(manager, '写核实结果').click();
  await manager.getByRole('radio', { name: /^不属实/ }).check();
  await manager.getByLabel('凭什么说不属实？写清证据').fill('签收单上是当天办的');
  await button(manager, '核实好了').click();
  await sees(manager, '差评整改：待回访');
  await gone(main(manager).getByText('整改', { exact: true }));
});

it('a sample is drawn, repeated from its seed, and called; after five attempts it is 未接通', async () => {
  for (const resident of ['rs-01', 'rs-02', 'rs-03']) {
    const caseId = await finish(app.cloud, resident);
    if (resident !== 'rs-03')
      await app.cloud.ok(resident, 'reviews.submit', { caseId, level: 'very-satisfied' });
  }
  await app.cloud.setClock(JANUARY);
  const manager = await app.open(MANAGER, { path: reviews });
  await heap(manager, /^回访/);
  await sees(manager, /还没有抽过/);
  await button(manager, '抽一次样').click();
  await button(manager, '开始抽').click();
  await sees(manager, '请选一段时间。');
  await choose(manager, '2026年第三季度');
  await button(manager, '开始抽').click();
  await sees(manager, '没有办结的办件。');
  await choose(manager, '2026年第四季度');
  await manager.getByLabel(/^抽几件/).fill('2');
  await button(manager, '开始抽').click();
  await sees(manager, '新民社区 2026年第四季度');
  const { seed } = await app.cloud.ok(MANAGER, 'reviews.redraw', { sampleId: 'cm-xinmin:2026-Q4' });
  await sees(manager, seed);
  await button(manager, '照种子再抽一遍').click();
  await sees(manager, '一件不差');
  await button(manager, /^各层抽了几件/).click();
  await sees(manager, /件里抽1件/);

  await back(manager);
  await button(manager, /还没打过/)
    .first()
    .click();
  // The caller does not ask with the answer in view.
  await sees(manager, /网上评了什么，打完才给看/);
  await gone(main(manager).getByText('非常满意'));
  for (let tries = 1; tries <= 5; tries += 1) {
    await sees(manager, `第${tries}次打，打得怎么样？`);
    await choose(manager, '没人接');
    await button(manager, '记下这次电话').click();
    await sees(manager, '要打的电话');
    if (tries === 5) break;
    await sees(manager, new RegExp(`^打过${tries}次.*以后再打`));
    await button(manager, /打过\d次/).click();
    await sees(manager, /以后再打。$/);
    await gone(button(manager, '记下这次电话'));
    await app.cloud.setClock(JANUARY + tries * 2 * hour);
    await manager.reload();
  }
  await button(manager, '打完的').click();
  await sees(manager, '未接通，打了5次');

  await button(manager, /还没打过/).click();
  await choose(manager, '接通了');
  await choose(manager, '不满意');
  await button(manager, '记下这次电话').click();
  await sees(manager, '没有要打的回访电话。');
  await button(manager, /2026年第四季度/).click();
  await sees(manager, /电话里更不满意1件|网上没评的，电话里说的/);
});

it('an appeal is decided by the street; the rating stays visible and leaves the rate', async () => {
  const cases: string[] = [];
  for (const resident of ['rs-01', 'rs-02', 'rs-03', 'rs-04', 'rs-01']) {
    const caseId = await finish(app.cloud, resident);
    const level = cases.length === 2 ? 'dissatisfied' : 'satisfied';
    await app.cloud.ok(resident, 'reviews.submit', { caseId, level });
    cases.push(caseId);
  }
  await app.cloud.setClock(instantOf('2026-12-02', '10:00'));
  await app.cloud.timer('sweep');
  const { batches } = await app.cloud.ok(AGENT, 'reviews.mine', {});
  const entryId = batches[0]?.entries.find((entry) => entry.level === 'dissatisfied')?.id ?? '';
  await app.cloud.ok(AGENT, 'reviews.appeal', { entryId, reason: '当天就办好了，有签收单' });

  const manager = await app.open(MANAGER, { path: reviews });
  await heap(manager, /^申诉 1$/);
  await sees(manager, '这件要由上一级裁定。');
  await gone(button(manager, /^裁定：/));

  const street = await app.open('ad-st-1', { path: reviews });
  await heap(street, /^申诉 1$/);
  await button(street, /^裁定：/).click();
  await sees(street, '当天就办好了，有签收单');
  await street.getByRole('radio', { name: /^成立/ }).check();
  await button(street, '裁定').last().click();
  await sees(street, '请写清裁定的理由。');
  await street.getByLabel('为什么这样裁定？').fill('签收单上是当天的日期');
  await button(street, '裁定').last().click();
  await sees(street, '没有等裁定的申诉。');
  await button(street, /申诉成立/).click();
  await sees(street, '大雪松：签收单上是当天的日期');

  await manager.goto(`${app.cloud.url}/${casePage(cases[2] ?? '')}`);
  await sees(manager, /^申诉成立，不计入/);
  await sees(manager, '评价：不满意');
  await sees(manager, '不计入满意率。');
  await app.cloud.timer('rollup');
  const { total } = await app.cloud.ok(MANAGER, 'reviews.scores', { orgId: 'cm-xinmin' });
  expect(total).toMatchObject({ numerator: 4, denominator: 4 });
});

it('words that WeChat was unsure of are shown or not, and go on the wall with an answer', async () => {
  const [shown, refused] = [await finish(app.cloud, 'rs-01'), await finish(app.cloud, 'rs-02')];
  for (const [resident, caseId] of [
    ['rs-01', shown],
    ['rs-02', refused],
  ] as const)
    await app.cloud.ok(resident, 'reviews.submit', {
      caseId,
      level: 'satisfied',
      text: `加微信就回话 ${resident}`,
      wall: true,
    });
  const manager = await app.open(MANAGER, { path: reviews });
  await heap(manager, /^待审的话 2$/);
  const entry = (resident: string) => main(manager).getByRole('listitem').filter({ hasText: resident });
  await entry('rs-01')
    .getByRole('button', { name: /^给别人看/ })
    .click();
  await sees(manager, '可以给别人看了。');
  await entry('rs-02')
    .getByRole('button', { name: /^不给看/ })
    .click();
  await sees(manager, '没有要审的话。');

  await heap(manager, /^回音墙 1$/);
  await manager.getByLabel('社区的回复，可以不写').fill('谢谢您，我们接着努力');
  await button(manager, /^上墙/).click();
  await sees(manager, '没有等着上墙的评价。');
  await manager.goto(`${app.cloud.url}/${casePage(shown)}`);
  await sees(manager, '谢谢您，我们接着努力');
  await button(manager, '从墙上撤下来').click();
  await sees(manager, '不上墙');
  // `goto` with another hash is no new document.
  await manager.goto('about:blank');
  await manager.goto(`${app.cloud.url}/${casePage(refused)}`);
  await sees(manager, '有一段话，没通过审，不给看。');
});

it('what somebody without WeChat said is written down as such, and a bad word opens a rectification', async () => {
  const own = await app.open(MANAGER, { path: casePage(await finish(app.cloud, 'rs-01')) });
  await sees(own, '居民说没办成');
  await gone(button(own, '代录评价'));
  const caseId = await finishTold(app.cloud, MANAGER, AGENT);
  const manager = await app.open(MANAGER, { path: casePage(caseId) });
  await button(manager, '代录评价').click();
  await button(manager, '记下评价').click();
  await sees(manager, '请选一个满意程度。');
  await choose(manager, '不满意');
  await manager.getByRole('checkbox', { name: '没有回告' }).check();
  await manager.getByLabel('居民的原话，可以不写').fill('没人跟我说办好了');
  await button(manager, '记下评价').click();
  await sees(manager, '工作人员代录：白露澄');
  await sees(manager, '不计入满意率。');
  await sees(manager, '差评整改：待核实');
  await gone(button(manager, '代录评价'));

  await button(manager, '居民说没办成').click();
  await choose(manager, '东西没拿到手');
  await button(manager, '退回去接着办').click();
  await sees(manager, '白露澄转达：居民说还没办成');
});
