import type { Page } from 'playwright-core';
import { type App, startApp } from './app';
import { answers, button, main, sees, tapAndAnswer } from './steps';

/** The product's main job as people do it: a resident asks, an agent does it, the resident rates, the manager reads. */
describe.each(['standard', 'elder'] as const)('in %s size', (mode) => {
  let app: App;
  let resident: Page;
  let agent: Page;
  let manager: Page;
  beforeAll(async () => {
    app = await startApp();
    resident = await app.open('rs-01', { mode });
  });
  afterAll(() => app.close());

  it('a resident finds the item first, said their own way', async () => {
    await resident.getByLabel('您要办什么事？').fill('老伴瘫痪在床想办残疾证');
    const found = resident.getByRole('group', { name: '找到的事项' }).getByRole('button');
    await found.first().waitFor();
    expect(await found.first().innerText()).toContain('残疾人证办理');
    await found.first().click();
  });

  it('reads papers, steps, limits, fee, hours and whom to ask', async () => {
    // 长辈版 has fewer things on a page: what only some need is folded.
    const folded = mode === 'elder' ? ['给谁办、要不要到场', '怎么办', '咨询和投诉'] : [];
    await button(resident, /^要准备的材料/).click();
    for (const part of folded) await button(resident, part).click();
    for (const text of [
      '10个工作日',
      '15个工作日',
      '居民户口簿',
      '医院评残',
      /办证不收工本费/,
      /工作日 8:30/,
      '12345',
    ]) {
      await sees(resident, text);
    }
  });

  it('asks for a home visit in three steps and gets a number', async () => {
    await button(resident, '请代办员帮忙').click();
    // The words of the search came along.
    expect(await resident.getByLabel(/您要办的事/).inputValue()).toBe('老伴瘫痪在床想办残疾证');
    await resident.getByRole('radio', { name: /第一次办/ }).check();
    await resident.getByRole('radio', { name: /上门代办/ }).check();
    await button(resident, '下一步').click();
    expect(await resident.getByLabel('联系电话').inputValue()).toBe('04525550124');
    expect(await resident.getByLabel('上门的地址').inputValue()).toBe('灯塔院12号楼3单元601');
    await button(resident, '下一步').click();
    await sees(resident, '老伴瘫痪在床想办残疾证');
    await button(resident, '发出去').click();
    await answers(resident, '取消');
    await sees(resident, '收到了，我们来办');
    await sees(resident, /^26 1123 \d{4}$/);
  });

  it('sees who has it and what comes next', async () => {
    await button(resident, '看办到哪一步').click();
    await sees(resident, '等代办员立春晓答应');
  });

  it('the first agent says no with a reason, and the next one finds the offer', async () => {
    agent = await app.open('ag-01', { mode });
    await button(agent, /代办员工作台/).click();
    await sees(agent, '等您接单 1件');
    await button(agent, /^不接/).click();
    await agent.getByRole('radio', { name: '手头忙不过来' }).check();
    await button(agent, '不接，转给下一位').click();
    await sees(agent, '现在没有办件，歇口气。');

    agent = await app.open('ag-04', { mode });
    await button(agent, /代办员工作台/).click();
    await tapAndAnswer(agent, /^接单/);
    await sees(agent, '手上的办件 1件');
  });

  it('the agent asks for a paper, and the resident hears of it and supplies it', async () => {
    await button(agent, /残疾人证办理/).click();
    await button(agent, '要补材料').click();
    await agent.getByRole('checkbox', { name: /居民户口簿/ }).check();
    await button(agent, '通知居民补材料').click();
    await sees(agent, '等居民补材料，时限暂停');

    resident = await app.open('rs-01', { mode });
    await resident.getByRole('link', { name: '我的', exact: true }).click();
    await button(resident, /还缺一样材料/).click();
    await resident.getByLabel(/怎么补上的/).fill('户口簿在家，来拿就行');
    await button(resident, '补好了，接着办').click();
    await sees(resident, /清明远正在办/);
  });

  it('the agent completes it with a result', async () => {
    await agent.reload();
    // 长辈版: the call at the bottom comes with who one is, and moves what stands above it.
    if (mode === 'elder') await sees(agent, /打电话给/);
    await button(agent, '办好了').click();
    await agent.getByLabel(/办成什么样了/).fill('残疾证办好了，周三送到您家');
    await button(agent, '办结，告诉居民').click();
    await sees(agent, '已办结');
  });

  it('the resident rates it once, with tags and words', async () => {
    await resident.reload();
    await sees(resident, '残疾证办好了，周三送到您家');
    await button(resident, '评一评办得怎么样').click();
    await resident.getByRole('radio', { name: '非常满意' }).check();
    await resident.getByRole('checkbox', { name: '上门服务' }).check();
    await resident.getByLabel(/还想说的/).fill('人特别好');
    await button(resident, '提交评价').click();
    await sees(resident, '谢谢您，您说的我们记下了。');
    await button(resident, '返回').last().click();
    await sees(resident, '办件进展');
    // The page behind shows what it knew until it has asked again.
    await button(resident, '评一评办得怎么样').waitFor({ state: 'detached' });
  });

  it('the manager reads the scores: what is known of one case, and that rates of fewer than 20 are not shown', async () => {
    await app.cloud.local('timers/rollup', {});
    manager = await app.open('ad-cm-1', { mode });
    await button(manager, /评价得分/).click();
    for (const text of ['提交1件，办结1件。', '不到20件，不显示', '现在1件', '这段时间没有差评。'])
      await sees(manager, text);
  });

  it('the manager sees open cases, where each is, and why each candidate was taken or passed over', async () => {
    await app.cloud.ok('rs-02', 'cases.submit', {
      serviceCode: 'elderly-allowance',
      mode: 'counter',
      note: '过了80生日还没领',
    });
    await button(manager, '在办一览').click();
    await button(manager, /高龄津贴/).click();
    await sees(manager, '钱**');
    await sees(manager, /同网格，手头没有活/);
    await sees(manager, /不办“养老助老”类事项/);
  });

  it('at a desk the manager’s pages use the width', async () => {
    const desk = await app.open('ad-cm-1', { mode, width: 1280, height: 800 });
    await button(desk, /在办一览/).click();
    await desk.getByRole('table', { name: '全部在办' }).filter({ visible: true }).waitFor();
    const width = await main(desk).evaluate((element) => element.getBoundingClientRect().width);
    expect(width).toBeGreaterThan(900);
  });

  it('the demo’s bar makes one another person', async () => {
    const page = await app.open('rs-01', { mode });
    await page.getByLabel('现在是').selectOption({ label: '立春晓 · 新民社区' });
    await button(page, /代办员工作台/).waitFor();
  });

  it('no page said an error', () => {
    expect(app.complaints).toEqual([]);
  });
});
