import type { Page } from 'playwright-core';
import type { Mode } from '../../contract/words';
import { instantOf } from '../../contract/time';
import { MONDAY } from '../support/cloud';
import { type App, startApp } from './app';
import { button, gone, sees, tapAndAnswer } from './steps';

/** How a case finds its agent and how long it has, as agents and residents see it. The clock is set and the timer fired by hand. */
let app: App;
beforeEach(async () => {
  app = await startApp();
});
afterEach(async () => {
  const { complaints } = app;
  await app.close();
  expect(complaints).toEqual([]);
});

const queue = 'packages/agent/queue/index';
const minute = 60_000;

const openQueue = (agent: string) => app.open(agent, { path: `#/${queue}` });
const openCase = (resident: string, caseId: string) =>
  app.open(resident, { path: `#/packages/resident/case/index?id=${caseId}` });
const askFor = async (resident: string, serviceCode: string, mode: Mode = 'home-visit') =>
  (await app.cloud.ok(resident, 'cases.submit', { serviceCode, mode, note: '想请人来办' })).caseId;

/** What has fallen due by then happens. */
async function passTimeTo(at: number) {
  await app.cloud.setClock(at);
  await app.cloud.timer('sweep');
}

async function accept(page: Page) {
  await tapAndAnswer(page, /^接单/);
  await sees(page, '手上的办件 1件');
}

it('an offer that nobody answers goes to the next agent, who takes it', async () => {
  const caseId = await askFor('rs-02', 'disability-certificate');
  const first = await openQueue('ag-01');
  await sees(first, '等您接单 1件');
  await sees(first, '还有30分钟答复，到上午10点半');

  await passTimeTo(MONDAY + 30 * minute);
  await button(first, '刷新').click();
  await sees(first, '现在没有办件，歇口气。');

  const next = await openQueue('ag-04');
  await sees(next, '还有30分钟答复，到上午11点');
  await accept(next);
  await sees(await openCase('rs-02', caseId), /清明远正在办/);
});

it('says that the noon break is not counted', async () => {
  await app.cloud.setClock(instantOf('2026-11-23', '11:20'));
  await askFor('rs-02', 'disability-certificate');
  await sees(await openQueue('ag-01'), '还有30分钟（上班时间）答复，到下午1点50分');
});

it('whoever comes too late is told so, and sees it no more', async () => {
  await askFor('rs-02', 'disability-certificate');
  const late = await openQueue('ag-01');
  await sees(late, '等您接单 1件');
  await passTimeTo(MONDAY + 30 * minute);
  await tapAndAnswer(late, /^接单/);
  await sees(late, '该办件已由他人接单，请返回列表刷新。');
  await sees(late, '现在没有办件，歇口气。');
});

describe('handing over', () => {
  let caseId: string;
  let holder: Page;
  beforeEach(async () => {
    caseId = await askFor('rs-02', 'disability-certificate');
    holder = await openQueue('ag-01');
    await accept(holder);
    await button(holder, /残疾人证办理/).click();
    await button(holder, '转给同事').click();
    await sees(holder, /还能转2回/);
  });
  async function pass() {
    await holder.getByRole('radio', { name: /清明远/ }).check();
    await holder.getByRole('radio', { name: '手头忙不过来' }).check();
    await button(holder, '请同事接手').click();
    await sees(holder, '请了清明远接手');
  }

  it('asks a colleague, who says yes: then it is theirs', async () => {
    const barred = holder.getByRole('radio', { name: /惊蛰声.*不办“残疾人服务”类事项/ });
    expect(await barred.isDisabled()).toBe(true);
    await button(holder, '请同事接手').click();
    await sees(holder, '请选一位同事。');
    await pass();
    await gone(button(holder, '转给同事'));

    const colleague = await openQueue('ag-04');
    await sees(colleague, '立春晓请您接手');
    await accept(colleague);
    await sees(await openCase('rs-02', caseId), /清明远正在办/);
    await holder.reload();
    await sees(holder, '这件已经不在您手上了，不用再跑。');
  });

  it('stays where it is when the colleague says no, or says nothing', async () => {
    await pass();
    const colleague = await openQueue('ag-04');
    await button(colleague, /^不接/).click();
    await sees(colleague, '不接不影响您。这件还在原来那位手上。');
    await colleague.getByRole('radio', { name: '离得太远' }).check();
    await button(colleague, '不接手').click();
    await sees(colleague, '现在没有办件，歇口气。');

    await holder.reload();
    await button(holder, '转给同事').click();
    await pass();
    await passTimeTo(MONDAY + 30 * minute);
    await holder.reload();
    await sees(holder, '代办员清明远没有按时答复');
    await button(holder, '转给同事').waitFor();
  });
});

it('what nobody took lies in the pool until somebody claims it; who reaches for it later is told so', async () => {
  const caseId = await askFor('rs-02', 'household-migration', 'counter');
  for (let holder = await holderOf(caseId); holder; holder = await holderOf(caseId))
    await app.cloud.ok(holder, 'cases.decline', { caseId, reason: '手头忙不过来' });

  const [claimant, other] = [await openQueue('ag-03'), await openQueue('ag-05')];
  for (const page of [claimant, other]) {
    await button(page, '待认领').click();
    await sees(page, '钱** · 新民第一网格 · 到站办理');
  }
  await button(claimant, /^我来办/).click();
  await sees(claimant, '电话 04525550125');
  await button(claimant, '办好了').waitFor();

  await button(other, /^我来办/).click();
  await sees(other, '该办件已由他人接单，请返回列表刷新。');
  await button(other, '刷新').click();
  await sees(other, /附近没有等人接的件/);
});

async function holderOf(caseId: string) {
  return (await app.cloud.ok('ad-cm-1', 'cases.detail', { caseId })).case.assignment?.agentId;
}

it('during a leave nothing is offered; taken back, it is again', async () => {
  const agent = await openQueue('ag-01');
  await button(agent, '请假').click();
  await button(agent, '请这几天假').click();
  for (const words of ['请选从哪天起。', '请选到哪天为止。', '选一个，或者写一句。'])
    await sees(agent, words);
  const [from, to] = [agent.getByLabel('从哪天起'), agent.getByLabel(/到哪天为止/)];
  await from.fill('2026-11-23');
  expect(await to.inputValue()).toBe('2026-11-23');
  await to.fill('2026-11-20');
  await agent.getByRole('radio', { name: '培训' }).check();
  await button(agent, '请这几天假').click();
  await sees(agent, '结束的日子比开始的早，请改一下。');
  expect(await from.inputValue()).toBe('2026-11-23');
  expect(await agent.getByRole('radio', { name: '培训' }).isChecked()).toBe(true);
  await to.fill('2026-11-24');
  const own = agent.getByRole('radio', { name: '别的原因' });
  await own.check();
  await agent.getByLabel('写一句原因').fill('家里装修');
  await button(agent, '请这几天假').click();
  await sees(agent, '请好了：今天到明天。');
  await sees(agent, '家里装修');
  // The form begins afresh.
  expect(await from.inputValue()).toBe('');
  expect(await own.isChecked()).toBe(false);

  await askFor('rs-02', 'disability-certificate');
  await sees(await openQueue('ag-04'), '等您接单 1件');
  await button(agent, '返回').click();
  await sees(agent, '今天到明天，不派新件。要提前回来，先销假。');
  await sees(agent, '现在没有办件，歇口气。');

  await button(agent, '销假').click();
  await button(agent, /^销假：今天到明天/).click();
  await sees(agent, '销假了：今天到明天。');
  await askFor('rs-03', 'disability-certificate');
  await button(agent, '返回').click();
  await sees(agent, '等您接单 1件');
});

it('off duty by one tap, and on again', async () => {
  const agent = await openQueue('ag-01');
  await button(agent, '我下班了').click();
  await sees(agent, '下班了');
  await sees(agent, '明天 上午8点半上班');
  await askFor('rs-02', 'disability-certificate');
  await sees(await openQueue('ag-04'), '等您接单 1件');
  await tapAndAnswer(agent, '我上班了');
  await sees(agent, '上班中');
});

describe('with an agent', () => {
  let caseId: string;
  beforeEach(async () => {
    caseId = await askFor('rs-02', 'disability-certificate');
    await app.cloud.ok('ag-01', 'cases.accept', { caseId });
  });

  it('the clock stands while the resident is waited for, and the end moves by just that', async () => {
    await sees(await openCase('rs-02', caseId), '最晚12月7日 周一办好');
    await app.cloud.ok('ag-01', 'cases.ask', { caseId, text: '户口簿' });
    await app.cloud.setClock(MONDAY + 24 * 60 * minute);
    const resident = await openCase('rs-02', caseId);
    await sees(resident, '等您补上再接着算');
    await sees(resident, '昨天 上午10点起，时限暂停。');
    await sees(resident, '最晚11月30日 周一补上。');
    await sees(resident, '您 · 昨天办好');
    await resident.getByLabel(/怎么补上的/).fill('户口簿在家，来拿就行');
    await button(resident, '补好了，接着办').click();
    await sees(resident, '最晚12月8日 周二办好');
    await sees(resident, '等您补材料的工夫没算在里头，日子往后推了。');
  });

  it('the agent ticks step after step, and both sides see which one is late', async () => {
    const agent = await app.open('ag-01', { path: `#/packages/agent/case/index?id=${caseId}` });
    const step = button(agent, /^这一步完成了/);
    const name = await step.getAttribute('aria-label');
    await step.click();
    await sees(agent, '居民马上看得到，记下了收不回。');
    await button(agent, /^是，记下/).click();
    await sees(agent, /^办好了一步/);
    expect(await step.getAttribute('aria-label')).not.toBe(name);

    await passTimeTo(instantOf('2026-12-08', '10:00'));
    const resident = await openCase('rs-02', caseId);
    await sees(resident, '晚了');
    await sees(resident, '已过昨天的期限');
    await agent.reload();
    await sees(agent, '已超期1天');
    await sees(agent, '红牌：办结超期');
  });

  it('is yellow in the queue from four fifths of its time, and red at its end', async () => {
    await passTimeTo(instantOf('2026-12-04', '09:00'));
    const agent = await openQueue('ag-01');
    await sees(agent, '快到期：还剩3天');
    await sees(agent, '1件快到期，排在前面。');
    await passTimeTo(instantOf('2026-12-08', '09:00'));
    await button(agent, '刷新').click();
    await sees(agent, '已超期1天');
    await sees(agent, '1件已超期，排在前面。');
  });

  it('outside hours it says when somebody is there, and calls whoever is on call by one tap', async () => {
    await app.cloud.setClock(instantOf('2026-11-23', '20:00'));
    const resident = await openCase('rs-02', caseId);
    await sees(resident, '现在不是上班时间');
    await sees(resident, '明天 上午8点半有人。');
    const call = resident.getByRole('link', { name: /急事打值班电话/ });
    expect(await call.getAttribute('href')).toBe('tel:04525550103');
    await button(resident, '催一催').click();
    await sees(resident, /催过了，代办员已经知道/);
  });
});
