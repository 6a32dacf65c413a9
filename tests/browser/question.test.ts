import { type App, startApp } from './app';
import { playQuestions } from './question-pages';
import { askByTile, button, noteField, sees, tapAndAnswer } from './steps';

/** 政策咨询 as people do it, at 375 px: asked past what is there already, answered by what it stands on, asked on, done. */
let app: App;
beforeAll(async () => {
  app = await startApp();
  // Before anybody searches: an instance knows for a minute what is public.
  await playQuestions(app.cloud);
});
afterAll(() => app.close());

const field = (page: Awaited<ReturnType<App['open']>>, label: string | RegExp) =>
  page.getByLabel(label).filter({ visible: true });

it('is asked, answered, asked on once and done; its answer becomes one for all', async () => {
  const resident = await app.open('rs-01', { mode: 'standard' });
  await askByTile(resident, '政策咨询');
  await noteField(resident).fill('高龄津贴几岁能领');
  await button(resident, '下一步').click();
  await sees(resident, '这些是不是您要问的？');
  await button(resident, '下一步').click();
  await tapAndAnswer(resident, '发出去');
  await sees(resident, '查清楚了答复您');
  await button(resident, '看办到哪一步').click();
  await sees(resident, /派给了代办员|等代办员/);

  const [{ caseId = '' } = {}] = (await app.cloud.ok('rs-01', 'cases.mine', {})).cases;
  const { assignment } = (await app.cloud.ok('rs-01', 'cases.detail', { caseId })).case;
  const holder = assignment?.agentId ?? '';
  await app.cloud.ok(holder, 'cases.accept', { caseId });
  const atAgent = `#/packages/agent/case/index?id=${caseId}`;
  const agent = await app.open(holder, { mode: 'standard', path: atAgent });
  await button(agent, '答复居民').click();
  await sees(agent, '问的：高龄津贴几岁能领');
  await button(agent, '答复居民').click();
  await sees(agent, '请选依据是哪一种。');
  await field(agent, '怎么答？写给居民看').fill('满八十岁');
  await agent.getByRole('radio', { name: '文件' }).check();
  await field(agent, '文件叫什么').fill('高龄津贴发放办法');
  await field(agent, '文号，有就写').fill('黑民发〔2020〕5号');
  await button(agent, '答复居民').click();
  await sees(agent, '文件：《高龄津贴发放办法》（黑民发〔2020〕5号）');

  await resident.reload();
  await sees(resident, '满八十岁');
  await sees(resident, '11月30日 周一自动办结。');
  await button(resident, '接着问').click();
  await field(resident, '哪里还不清楚？').fill('从哪个月发');
  await button(resident, '问出去').click();
  await sees(resident, /在查，/);

  await agent.reload();
  await sees(agent, '居民接着问');
  await button(agent, '答复居民').click();
  await field(agent, '怎么答？写给居民看').fill('申请的下个月');
  await agent.getByRole('radio', { name: '服务事项' }).check();
  await field(agent, '找一找事项').fill('高龄津贴');
  await agent.getByRole('radio', { name: /高龄/ }).first().check();
  await button(agent, '答复居民').click();
  await sees(agent, /^服务事项：/);

  await resident.reload();
  await sees(resident, '申请的下个月');
  await button(resident, '有帮助').click();
  await sees(resident, '已办结');

  await agent.reload();
  await button(agent, '公开这条答复').click();
  await field(agent, '大家会怎么问').fill('我能领吗');
  await button(agent, '提议公开').click();
  await sees(agent, '请改成大家都能问的话，不写“我”。');
  await field(agent, '大家会怎么问').fill('高龄津贴从哪个月发？');
  await button(agent, '提议公开').click();
  await sees(agent, /^提议了，等社区看/);

  const manager = await app.open('ad-cm-1', { mode: 'standard', path: '#/pages/me/index' });
  await button(manager, '有一条答复提议公开').first().click();
  await button(manager, '公开这条答复').click();
  await button(manager, /^发布$/).click();
  await sees(manager, /^公开了/);

  const neighbour = await app.open('rs-02', { mode: 'standard' });
  await button(neighbour, /^大家问过的/).click();
  await sees(neighbour, '高龄津贴从哪个月发？');
  await sees(neighbour, '申请的下个月');
  await sees(neighbour, /^新民社区，/);

  const other = await app.open('rs-06', { mode: 'standard' });
  await other.getByLabel('您要办什么事？').fill('高龄津贴一个月发多少');
  await button(other, /^高龄津贴一个月多少？/).click();
  await sees(other, /^中东社区，/);
  const { answers } = await app.cloud.ok('rs-06', 'catalog.answers', { orgId: 'cm-zhongdong' });
  for (const { id: answerId } of answers)
    await app.cloud.ok('ad-cm-2', 'cases.withdraw', { answerId, reason: '改了' });
  await other.reload();
  await sees(other, '这一条撤回了，以办事窗口说的为准。');
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
