import { type App, startApp } from './app';
import { answers, button, main, sees } from './steps';

/** 一件事一次办 on a phone: asked for once, one part taken back, the part that waited for it asks and goes on. */
const PARENT = 'rs-03';
let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const rows = async () => (await app.cloud.ok(PARENT, 'cases.mine', {})).cases;
const of = async (code: string) => {
  const row = (await rows()).find(({ serviceCode }) => serviceCode === code);
  if (!row) throw new Error(code);
  return row;
};

it('is found by plain words, asked for in three steps, and lives on when one part is taken back', async () => {
  const page = await app.open(PARENT, { mode: 'standard' });
  await page.getByLabel('您要办什么事？').fill('孩子刚出生要办啥');
  await button(page, /^出生一件事/).click();
  await sees(page, /第1步/);
  await button(page, '下一步').click();
  await sees(page, '请写孩子的名字。');
  await page.getByLabel('孩子的名字').fill('小米');
  await sees(page, /办好，自动接着办这样/);
  await button(page, '下一步').click();
  await sees(page, /第2步/);
  await button(page, '下一步').click();
  await sees(page, /第3步/);
  await sees(page, '要备的材料，每样只交一次');
  expect(await page.getByText('出生医学证明', { exact: true }).filter({ visible: true }).count()).toBe(1);
  await button(page, '发出去').click();
  await answers(page, '取消');
  await sees(page, '收到了，我们来办');
  expect(await rows()).toHaveLength(4);

  await button(page, '看办到哪一步').click();
  await sees(page, '等前一件');
  await page.getByText('户口迁移', { exact: true }).filter({ visible: true }).first().click();
  await sees(page, '〈出生一件事〉里的一件');
  await button(page, '不想办了').click();
  await button(page, '撤销这件事').click();
  await sees(page, '已撤销');
  await app.cloud.timer('sweep');
  expect((await of('birth-registration')).state).toBe('offered');

  await page.goto(`${app.cloud.url}/#/pages/home/index`);
  await page.reload();
  await sees(page, '还办不办：育儿补贴申领');
  await button(page, /^还办不办/).click();
  await sees(page, '还办不办，您说了算');
  await button(page, '接着办，不等了').click();
  await sees(page, '马上开始办');
  await app.cloud.timer('sweep');
  expect(await of('childcare-subsidy')).toMatchObject({ state: 'offered' });

  await page.goto(`${app.cloud.url}/#/pages/my-cases/index`);
  await page.reload();
  await sees(page, '出生一件事，共4件');
  await button(page, '几件一起看').click();
  await sees(page, /您说不等〈户口迁移〉，接着办/);

  const { case: kase } = await app.cloud.ok(PARENT, 'cases.detail', {
    caseId: (await of('birth-registration')).caseId,
  });
  const agent = await app.open(kase.assignment?.agentId ?? '', {
    mode: 'standard',
    path: '#/packages/agent/queue/index',
  });
  await sees(agent, '属于〈出生一件事〉，共4件');
});

it('speaks of a death as of a death', async () => {
  const page = await app.open('rs-04', { mode: 'standard' });
  await page.getByLabel('您要办什么事？').fill('老头没了');
  await button(page, /^身后一件事/).click();
  await sees(page, '请您节哀。要跑的手续交给我们，您慢慢来。');
  expect(
    await main(page)
      .getByText(/恭喜|喜事|！/)
      .count(),
  ).toBe(0);
});

it('no page said an error', () => expect(app.complaints).toEqual([]));
