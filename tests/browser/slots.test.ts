import type { Page } from 'playwright-core';
import { instantOf } from '../../contract/time';
import { type App, startApp } from './app';
import { answers, askByTile, button, gone, noteField, sees } from './steps';

/** A visit is booked: of two residents who look at the last place of an hour, the second is shown what is left, and loses nothing. */
let app: App;
beforeAll(async () => {
  app = await startApp();
  // One agent is left who can.
  await app.cloud.ok('ag-04', 'roster.leave', { from: '2026-11-23', to: '2026-12-31', why: '培训' });
});
afterAll(() => app.close());

const hour = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });

async function upToHours(person: string): Promise<Page> {
  const page = await app.open(person);
  await askByTile(page, '残疾人证');
  await noteField(page).fill('老伴走不动，想办残疾人证');
  await page.getByRole('radio', { name: /上门代办/ }).check();
  await button(page, '下一步').click();
  await sees(page, '哪天上门？');
  return page;
}

it('is booked by one tap more, and says so before it is sent, on the case and to the agent', async () => {
  const first = await upToHours('rs-01');
  const second = await upToHours('rs-02');
  for (const page of [first, second]) {
    await hour(page, '下午2点').check();
    await button(page, '下一步').click();
    await sees(page, '今天 下午2点');
  }
  await button(first, '发出去').click();
  await answers(first, '取消');
  await sees(first, '收到了，我们来办');

  await button(second, '发出去').click();
  await answers(second, '取消');
  await sees(second, '这个时间刚约满了，请另选一个。');
  await gone(hour(second, '下午2点'));
  await hour(second, '下午3点').check();
  await button(second, '下一步').click();
  await sees(second, '老伴走不动，想办残疾人证');
  await sees(second, '今天 下午3点');
  await button(second, '发出去').click();
  await sees(second, '收到了，我们来办');

  const { cases } = await app.cloud.ok('rs-02', 'cases.mine', {});
  expect(cases.map((one) => one.appointmentAt)).toEqual([instantOf('2026-11-23', '15:00')]);
  expect(app.complaints).toEqual([]);
});

it('at the door the resident reads four digits out, the agent enters them, and both see that it has begun', async () => {
  const [kase] = (await app.cloud.ok('rs-01', 'cases.mine', {})).cases;
  const caseId = kase?.caseId ?? '';
  await app.cloud.ok('ag-01', 'cases.accept', { caseId });
  const resident = await app.open('rs-01', { path: `#/packages/resident/case/index?id=${caseId}` });
  await sees(resident, '上门 今天 下午2点');
  await sees(resident, '立春晓');
  const code = await resident.locator('.visit-code').innerText();
  expect(code).toMatch(/^\d{4}$/);

  const two = instantOf('2026-11-23', '14:00');
  await app.cloud.setClock(two);
  const agent = await app.open('ag-01', { path: '#/packages/agent/queue/index' });
  await agent.context().clock.setFixedTime(two);
  await agent.reload();
  await sees(agent, /今天约好的 2件/);
  await button(agent, /^看办件/)
    .first()
    .click();
  await sees(agent, '到了门口，请居民读4位数字');
  const field = agent.getByLabel('到了门口，请居民读4位数字');
  await field.fill(code === '0000' ? '1111' : '0000');
  await button(agent, '开始上门').click();
  await sees(agent, '数字不对，还能试4次。');
  await field.fill(code);
  await button(agent, '开始上门').click();
  await sees(agent, '代办员下午2点到了，数字对上了。');

  await resident.reload();
  await sees(resident, '代办员下午2点到了，数字对上了。');

  // An hour past the promise takes it along where the resident chose it, and the page says so.
  const [other] = (await app.cloud.ok('rs-02', 'cases.mine', {})).cases;
  await app.cloud.ok('rs-02', 'cases.book', {
    caseId: other?.caseId ?? '',
    appointment: '2026-12-30T09:00',
  });
  const moved = await app.open('rs-02', {
    path: `#/packages/resident/case/index?id=${other?.caseId ?? ''}`,
  });
  await sees(moved, /您改到了12月30日.*办完的日子从.*跟着改到12月30日/);

  // To an office the resident comes themselves: where it is stands beside the hour.
  const office = await app.cloud.ok('rs-03', 'cases.submit', {
    serviceCode: 'disability-certificate',
    mode: 'appointment',
    note: '想办残疾证',
    appointment: '2026-11-25T09:00',
  });
  const there = await app.open('rs-03', { path: `#/packages/resident/case/index?id=${office.caseId}` });
  await sees(there, '到新民社区');
  await button(there, '复制地址').waitFor();
  expect(app.complaints).toEqual([]);
});
