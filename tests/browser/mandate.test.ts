import type { Page } from 'playwright-core';
import { itemOf } from '../support/world';
import { type App, startApp } from './app';
import { button, gone, sees } from './steps';

/** 委托书 on two phones: signed with a finger, shown by the agent, taken back by a tap while the agent is at the window. */
const RESIDENT = 'rs-01';
let app: App;
let caseId = '';
let agentId = '';
let excluded = '';
beforeAll(async () => {
  app = await startApp();
  // Before anybody asks: an instance remembers the catalogue.
  const relief = itemOf('temporary-relief');
  await app.cloud.console.put('services', { ...relief, _id: relief.code, order: 1, mandate: 'excluded' });
  const wish = { serviceCode: 'disability-certificate', mode: 'counter', note: '想办残疾证' } as const;
  ({ caseId } = await app.cloud.ok(RESIDENT, 'cases.submit', wish));
  const { case: kase } = await app.cloud.ok(RESIDENT, 'cases.detail', { caseId });
  agentId = kase.assignment?.agentId ?? '';
  await app.cloud.ok(agentId, 'cases.accept', { caseId });
  const other = await app.cloud.ok(RESIDENT, 'cases.submit', { ...wish, serviceCode: 'temporary-relief' });
  excluded = other.caseId;
  const { assignment } = (await app.cloud.ok(RESIDENT, 'cases.detail', { caseId: excluded })).case;
  await app.cloud.ok(assignment?.agentId ?? '', 'cases.accept', { caseId: excluded });
});
afterAll(() => app.close());

const pad = (page: Page) => page.getByRole('img', { name: /签名的地方/ });

/** Draws a line through these points, in parts of the field. */
async function draw(page: Page, points: [x: number, y: number][]) {
  await pad(page).scrollIntoViewIfNeeded();
  const box = await pad(page).boundingBox();
  if (!box) throw new Error('no field');
  const at = ([x, y]: [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  const [first = [0, 0], ...others] = points;
  await page.mouse.move(...at(first));
  await page.mouse.down();
  for (const point of others) await page.mouse.move(...at(point), { steps: 4 });
  await page.mouse.up();
}

it('a dot is no signature; a name is, and the resident takes it back while the agent is at the window', async () => {
  const page = await app.open(RESIDENT, {
    mode: 'standard',
    path: `#/packages/resident/case/index?id=${caseId}`,
  });
  await button(page, '签一份委托书').click();
  await sees(page, /不能再转给别人/);
  await button(page, '签好了').click();
  await sees(page, '请用手指写出姓名。');
  await draw(page, [[0.5, 0.5]]);
  await button(page, '签好了').click();
  await sees(page, '请用手指写出姓名。');
  await button(page, '清掉重签').click();
  await draw(page, [
    [0.15, 0.3],
    [0.3, 0.8],
    [0.45, 0.2],
    [0.6, 0.8],
    [0.8, 0.3],
  ]);
  await button(page, '签好了').click();
  await sees(page, /只能交材料、查询进度/);
  await sees(page, '在屏幕上手写签名');

  const agent = await app.open(agentId, {
    mode: 'standard',
    path: `#/packages/agent/case/index?id=${caseId}`,
  });
  await sees(agent, /只能交材料、查询进度/);
  await agent.getByRole('img', { name: '签名' }).waitFor();
  await button(agent, '在窗口出示').click();
  await sees(agent, /出示了委托书/);

  await button(page, '收回委托书').click();
  await sees(page, '收回了');
  await button(agent, '在窗口出示').click();
  await sees(agent, '收回了');
  await gone(agent.getByRole('img', { name: '签名' }));

  // Of an item that the law leaves to nobody else none is offered.
  await page.goto(`${app.cloud.url}/#/packages/resident/case/index?id=${excluded}`);
  await sees(page, '要投诉，交给上级');
  await gone(button(page, /签一份委托书/));
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
