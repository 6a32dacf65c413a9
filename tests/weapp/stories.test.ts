import { join } from 'node:path';
import privacy from '../../config/privacy.json';
import { type TestCloud, startTestCloud } from '../support/cloud';
import { Phone, type PhoneOptions } from './phone';
import { elementsOf } from './tree';

/** The stories of a resident, an agent and a manager on the compiled mini-program, with the real functions behind it. */
const dir = join(__dirname, '../../dist/weapp');
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

const declared = privacy.flatMap(({ apis }) => apis);

async function open(token: string, url?: string, more: Partial<PhoneOptions> = {}): Promise<Phone> {
  const phone = new Phone({ dir, url: cloud.url, token, declared, ...more });
  await phone.launch(url);
  return phone;
}
const as = (person: string, url?: string) => open(cloud.token(person), url);

/** What holds at each end of a story, of any person. */
function expectSound(phone: Phone): void {
  expect(phone.faults).toEqual([]);
}

let caseId = '';

describe('on the compiled mini-program', () => {
  it('a resident goes from home by search to a request that is sent', async () => {
    const phone = await as('rs-01');
    expect(phone.words).toContain('您要办什么事？');
    await phone.type('您要办什么事', '老伴瘫痪在床想办残疾证');
    await phone.tap('残疾人证办理');
    await phone.tap('要准备的材料');
    expect(phone.words).toContain('居民户口簿');
    await phone.tap('请代办员帮忙');
    await phone.tap('第一次办');
    await phone.tap('上门代办');
    await phone.tap('下一步');
    await phone.tap('下一步');
    expect(phone.words).toContain('老伴瘫痪在床想办残疾证');
    await phone.back();
    expect(phone.words).toContain('第2步');
    await phone.back();
    expect(phone.words).toContain('第1步');
    await phone.tap('下一步');
    await phone.tap('下一步');
    await phone.tap('发出去');
    expect(phone.words).toContain('收到了，我们来办');
    const { cases } = await cloud.ok('rs-01', 'cases.mine', {});
    expect(cases).toMatchObject([{ serviceCode: 'disability-certificate', state: 'offered' }]);
    caseId = cases[0]?.caseId ?? '';
    // WeChat's question about messages came within the tap, else it would have been refused.
    const { kinds } = await cloud.ok('rs-01', 'account.notices', {});
    expect(kinds.some(({ left }) => left > 0)).toBe(true);
    expectSound(phone);
  });

  it('the agent takes it and asks for a paper', async () => {
    const { case: view } = await cloud.ok('ad-cm-1', 'cases.detail', { caseId });
    const phone = await as(view.assignment?.agentId ?? '');
    await phone.tap('代办员工作台');
    expect(phone.words).toContain('等您接单');
    await phone.tap(/^接单/);
    await phone.tap('残疾人证办理');
    await phone.tap('要补材料');
    await phone.tap('居民户口簿');
    await phone.tap('通知居民补材料');
    expect(phone.words).toContain('时限暂停');
    expectSound(phone);
  });

  it('the resident supplies it, the agent completes it, the resident rates it', async () => {
    const resident = await as('rs-01', `packages/resident/case/index?id=${caseId}`);
    await resident.type('怎么补上的', '户口簿在家，来拿就行');
    await resident.tap('补好了，接着办');
    expect(resident.words).toContain('正在办');

    const { case: view } = await cloud.ok('ad-cm-1', 'cases.detail', { caseId });
    const agent = await as(view.assignment?.agentId ?? '', `packages/agent/case/index?id=${caseId}`);
    await agent.tap('办好了');
    await agent.type('办成什么样了', '残疾证办好了，周三送到您家');
    await agent.tap('办结，告诉居民');
    expect(agent.words).toContain('已办结');
    expectSound(agent);

    const rater = await as('rs-01', `packages/resident/case/index?id=${caseId}`);
    expect(rater.words).toContain('残疾证办好了，周三送到您家');
    await rater.tap('评一评');
    await rater.tap('非常满意');
    await rater.tap('提交评价');
    expect(rater.words).toContain('谢谢您，您说的我们记下了。');
    expectSound(resident);
    expectSound(rater);
  });

  it('the manager reads the board, a case and the scores', async () => {
    await cloud.timer('rollup');
    const phone = await as('ad-cm-1', `packages/manager/case/index?id=${caseId}`);
    expect(phone.words).toContain('残疾人证办理');
    const board = await as('ad-cm-1', 'packages/manager/board/index');
    expect(board.words).toContain('全部在办');
    const scores = await as('ad-cm-1', 'packages/manager/scores/index');
    expect(scores.words).toContain('满意');
    [phone, board, scores].forEach(expectSound);
  });

  it('a stranger reads the catalogue and finds a number to call, on each tab', async () => {
    for (const page of ['pages/home/index', 'pages/my-cases/index', 'pages/me/index']) {
      const phone = await open(cloud.tokenOf('o-stranger'), page);
      expect(phone.words).not.toContain('再试一次');
      await phone.tap('12345');
      expect(phone.dialled).toEqual(['12345']);
      expectSound(phone);
    }
    const phone = await open(cloud.tokenOf('o-stranger'));
    await phone.tap('残疾人证');
    await phone.tap('要准备的材料');
    expect(phone.words).toContain('居民户口簿');
  });

  it('where the guideline does not declare it, says what is the matter and shows what could not be copied', async () => {
    const { caseId: other } = await cloud.ok('rs-02', 'cases.submit', {
      serviceCode: 'disability-certificate',
      mode: 'home-visit',
      note: '想办残疾证',
      address: '灯塔院12号楼3单元602',
    });
    const { case: view } = await cloud.ok('ad-cm-1', 'cases.detail', { caseId: other });
    const agent = view.assignment?.agentId ?? '';
    await cloud.ok(agent, 'cases.accept', { caseId: other });
    const phone = await open(cloud.token(agent), `packages/agent/case/index?id=${other}`, { declared: [] });
    await phone.tap('复制地址');
    expect(phone.words).toContain('隐私保护指引');
    expect(phone.words).toContain('请照着抄：灯塔院12号楼3单元602');
    expectSound(phone);
  });

  it('goes between the tabs by a bar of its own, which says where one is', async () => {
    const phone = await as('rs-01');
    await phone.tap(/^我的办件/);
    expect(phone.page.route).toBe('pages/my-cases/index');
    expect(phone.find(/^我的办件，当前页/, 'bindtap').element.attr).toMatchObject({
      class: expect.stringContaining('tab-on'),
    });
    await phone.tap(/^首页/);
    expect(phone.page.route).toBe('pages/home/index');
    expectSound(phone);
  });

  it('hands roles and labels on to the screen reader', async () => {
    const phone = await as('rs-01', 'packages/resident/request/index?code=disability-certificate');
    const shown = [...elementsOf(phone.screen)].map(({ element }) => element.attr);
    expect(shown.filter((attr) => attr.ariaRole === 'main')).toHaveLength(1);
    expect(shown.filter((attr) => attr.ariaRole === 'heading').length).toBeGreaterThan(0);
    expect(shown.filter((attr) => attr.ariaRole === 'radio').length).toBeGreaterThan(2);
    expect(
      shown.some((attr) => attr.ariaLabel === '您要办的事' || /您要办的事/.test(String(attr.ariaLabel))),
    ).toBe(true);
  });
});

it('tells what broke, once, and goes on', async () => {
  const phone = await as('rs-01');
  const words = 'TypeError: undefined is not an object\n    at pages/home/index.js:1:2207';
  await phone.breaks(words);
  await phone.breaks(words);
  const { troubles } = await cloud.ok('ad-ds-1', 'admin.health', { orgId: 'ds-tiefeng' });
  expect(troubles).toMatchObject([{ words, page: 'pages/home/index', version: '0.1.0', count: 1 }]);
  expectSound(phone);
});

it('offers a newer version, and takes it when the person says so', async () => {
  const phone = await as('rs-01');
  await phone.offersUpdate();
  expect(phone.asked).toEqual(['有新版本了：重新打开就能用，写了一半的都还在。']);
  expect(phone.isUpdated).toBe(true);
  expectSound(phone);
});

it.each([
  // The clock of these tests stands still, the phone's does not.
  [false, '13样没问题'],
  [true, '数据库的权限：手机不经过系统就读得到：people、cases'],
])(
  'tells the district whether phones can read the database past the functions: %s',
  async (isDatabaseOpen, words) => {
    const phone = await open(cloud.token('ad-ds-1'), 'packages/manager/health/index', { isDatabaseOpen });
    await phone.tap('检查一遍');
    expect(phone.words).toContain(words);
    expectSound(phone);
  },
);
