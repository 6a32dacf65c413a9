import type { Page } from 'playwright-core';
import { AGENT, MANAGER, STREET, viewOf } from '../functions/finished';
import { board } from '../support/photo';
import { type App, modes, startApp } from './app';
import { button, sees } from './steps';

/** 原件, as people do it: written down by the agent, said yes to by the resident, given back, and the slip that tells it all. */
const RESIDENT = 'rs-01';
const WHAT = '居民户口簿';

let app: App;
beforeEach(async () => {
  app = await startApp();
});
afterEach(() => app.close());

const item = { serviceCode: 'disability-certificate', mode: 'counter', note: '想办残疾证' } as const;
async function taken(caseId: string): Promise<string> {
  const { assignment } = await viewOf(app.cloud, STREET, caseId);
  if (assignment?.agentId !== AGENT) await app.cloud.ok(STREET, 'cases.assign', { caseId, agentId: AGENT });
  await app.cloud.ok(AGENT, 'cases.accept', { caseId });
  return caseId;
}
const at = (role: 'resident' | 'agent' | 'manager', id: string) => `#/packages/${role}/case/index?id=${id}`;
const stateOf = async (caseId: string) => (await viewOf(app.cloud, AGENT, caseId)).originals?.[0]?.state;

async function keeps(agent: Page): Promise<void> {
  await button(agent, '收了原件').click();
  await button(agent, '记下来，请居民认').click();
  await sees(agent, '请选收了什么，或者写一样。');
  await agent.getByRole('radio', { name: WHAT }).check();
  await button(agent, '记下来，请居民认').click();
  await sees(agent, '交给代办员了，等居民认');
}

it.each(modes)('goes to the agent and back, in %s size', async (mode) => {
  const caseId = await taken((await app.cloud.ok(RESIDENT, 'cases.submit', item)).caseId);
  const agent = await app.open(AGENT, { mode, path: at('agent', caseId) });
  await keeps(agent);
  const resident = await app.open(RESIDENT, { mode, path: at('resident', caseId) });
  await sees(resident, '说是从您这儿收走的。是您交的吗？');
  await button(resident, `${WHAT}，是我交的`).click();
  await sees(resident, '在代办员手上');

  // While it is out the case does not end, and the page names it.
  await button(agent, '办好了').click();
  await agent.getByLabel(/办成什么样了/).fill('证办好了');
  await button(agent, '办结，告诉居民').click();
  await sees(agent, /原件还没还：居民户口簿（立春晓收的）/);
  await agent.goBack();
  await button(resident, '不想办了').click();
  await button(resident, '撤销这件事').click();
  await sees(resident, /原件还没还：居民户口簿/);

  await button(agent, '交到窗口了').click();
  await agent.getByRole('radio', { name: WHAT }).check();
  await agent.getByLabel('哪个窗口').fill('政务大厅3号窗');
  await button(agent, '记下来').click();
  await sees(agent, '在窗口');
  await button(agent, '还给居民了').click();
  await agent.getByRole('radio', { name: '当面交给本人' }).check();
  await button(agent, '记下来，请居民认').click();
  await sees(agent, '说还了，等居民认');

  await resident.reload();
  await button(resident, `${WHAT}，不是这样`).click();
  await resident.getByLabel('是怎么回事？社区马上知道').fill('还没拿到');
  await button(resident, '告诉社区').click();
  await sees(resident, '在窗口');
  await app.cloud.ok(AGENT, 'cases.giveBack', { caseId, custody: 'o0', to: '赵一示', where: '居民家里' });
  await resident.reload();
  await button(resident, `${WHAT}，拿到了`).click();
  await button(resident, '看收条').click();
  await sees(resident, '原件收条');
  await sees(resident, /赵一示，2026年11月23日 10:00，居民家里，立春晓经手/);
  await sees(resident, '居民签字：');
  expect(await stateOf(caseId)).toBe('returned');
  expect(app.complaints).toEqual([]);
});

it('证件 go to the resident after the end: named as another’s, not received, posted, and there', async () => {
  const caseId = await taken((await app.cloud.ok(RESIDENT, 'cases.submit', item)).caseId);
  const agent = await app.open(AGENT, { mode: 'elder', path: at('agent', caseId) });
  await button(agent, '办好了').click();
  await agent.getByLabel(/办成什么样了/).fill('证办好了');
  await agent.getByLabel(/有证件要交给居民吗/).fill('残疾人证');
  await button(agent, '办结，告诉居民').click();
  await sees(agent, '还没交到居民手上');
  await agent.goto(`${app.cloud.url}/#/packages/agent/queue/index`);
  await sees(agent, '证件还没交到 1件');
  await sees(agent, '请把残疾人证交到居民手上');
  await agent.goto(`${app.cloud.url}/${at('agent', caseId)}`);
  await button(agent, '证件交了').click();
  await button(agent, '记下来，请居民认').click();
  await sees(agent, '请选怎么交的。');
  await agent.getByRole('radio', { name: '交给别人' }).check();
  await sees(agent, /没托过他可以说没收到/);
  await agent.getByLabel('交到谁手上').fill('楼下小卖部');
  await button(agent, '记下来，请居民认').click();
  await sees(agent, '交给：楼下小卖部（不是本人）');

  const resident = await app.open(RESIDENT, { mode: 'elder', path: at('resident', caseId) });
  await sees(resident, /说是交给了楼下小卖部，不是交到您手上/);
  await button(resident, '残疾人证，没收到').click();
  await resident.getByLabel('是怎么回事？社区马上知道').fill('没托过他');
  await button(resident, '告诉社区').click();
  await sees(resident, '还没交到您手上');

  await agent.reload();
  await button(agent, '证件交了').click();
  await agent.getByRole('radio', { name: '寄出去了' }).check();
  await agent.getByLabel('收件人').fill('赵一示');
  await agent.getByLabel('快递公司').fill('顺丰');
  await agent.getByLabel('快递单号').fill('单号');
  await button(agent, '记下来，请居民认').click();
  await sees(agent, '快递单号是字母和数字，请照着单子写。');
  await agent.getByLabel('快递单号').fill('SF1234567');
  await button(agent, '记下来，请居民认').click();
  await sees(agent, '交给：顺丰 SF1234567，寄给赵一示');
  // It waits for the resident before all that others do, and leads to the question.
  await resident.goto(`${app.cloud.url}/#/pages/home/index`);
  await sees(resident, '您现在要做的');
  await button(resident, /^收到了吗：残疾人证/).click();
  await sees(resident, '您现在要做的');
  await button(resident, '残疾人证，收到了').click();
  await resident.getByText('您收到了', { exact: true }).waitFor();
  expect(app.complaints).toEqual([]);
});

it('is signed on paper by a resident without WeChat, or asked for by a manager', async () => {
  const { caseId } = await app.cloud.ok(MANAGER, 'cases.intake', {
    channel: 'phone',
    name: '何老太',
    phone: '15500000001',
    ...item,
  });
  await taken(caseId);
  const agent = await app.open(AGENT, { path: at('agent', caseId) });
  await keeps(agent);
  await button(agent, /^居民没有微信/).click();
  const chooser = agent.waitForEvent('filechooser');
  await button(agent, `拍收条，${WHAT}`).click();
  await (await chooser).setFiles([{ name: 'a.png', mimeType: 'image/png', buffer: board }]);
  await sees(agent, '在代办员手上');

  const manager = await app.open(MANAGER, { path: at('manager', caseId), width: 1280, height: 800 });
  await button(manager, `还给居民了：${WHAT}`).click();
  await manager.getByLabel('交到谁手上').fill('何老太');
  await button(manager, '记下来，请居民认').click();
  await button(manager, `问过本人了：${WHAT}`).click();
  await button(manager, '本人认了，记下来').click();
  await sees(manager, '请写一句怎么问的本人。');
  await manager.getByLabel('怎么问的').fill('打电话问过，拿到了');
  await button(manager, '本人认了，记下来').click();
  await manager.getByText('还了', { exact: true }).waitFor();
  expect(await stateOf(caseId)).toBe('returned');
  expect(app.complaints).toEqual([]);
});
