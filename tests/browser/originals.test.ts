import type { Page } from 'playwright-core';
import { AGENT, MANAGER, STREET, viewOf } from '../functions/finished';
import { point } from '../support/photo';
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
  await agent.getByRole('radio', { name: WHAT }).check();
  await agent.getByLabel('交到谁手上').fill('赵一示');
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
  await (await chooser).setFiles([{ name: 'a.png', mimeType: 'image/png', buffer: point }]);
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
