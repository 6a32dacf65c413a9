import type { CaseView } from '../../contract/models';
import { instantOf } from '../../contract/time';
import { type TestCloud, MONDAY, startTestCloud } from '../support/cloud';

/** The product's main job, end to end, as resident, agent and manager: the built functions with the real SDK. */
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

const RESIDENT = 'rs-01';
const AGENT = 'ag-01';
const MANAGER = 'ad-cm-1';

const seen = async (person: string, caseId: string): Promise<CaseView> =>
  (await cloud.ok(person, 'cases.detail', { caseId })).case;

describe('from a request to a score', () => {
  let caseId = '';

  it('finds the item first, said the resident’s own way', async () => {
    const { items } = await cloud.ok(RESIDENT, 'catalog.search', { text: '老伴瘫痪在床想办残疾证' });
    expect(items[0]).toMatchObject({ code: 'disability-certificate', name: '残疾人证办理' });
  });

  it('shows the ten elements of the item', async () => {
    const { item } = await cloud.ok(RESIDENT, 'catalog.detail', { code: 'disability-certificate' });
    expect(item).toMatchObject({ promisedWorkingDays: 10, statutoryWorkingDays: 15, supervision: '12345' });
    expect(item.materials.length).toBeGreaterThan(0);
    expect(item.steps.length).toBeGreaterThan(0);
    expect(item).not.toHaveProperty('_id');
  });

  it('takes the request and offers it to the community’s agent who knows disability matters', async () => {
    const answer = await cloud.ok(RESIDENT, 'cases.submit', {
      serviceCode: 'disability-certificate',
      subtype: 'new',
      mode: 'home-visit',
      note: '老伴瘫痪两年，想办残疾证，身份证23029919660101001X',
    });
    expect(answer).toMatchObject({ state: 'offered', existing: false });
    expect(answer.no).toMatch(/^261123\d{4}$/);
    caseId = answer.caseId;

    const view = await seen(RESIDENT, caseId);
    expect(view).toMatchObject({
      parts: ['resident'],
      assignment: { agentName: '立春晓' },
      next: '等代办员立春晓答应',
      contact: { name: '赵一示', phone: '04525550124', address: '灯塔院12号楼3单元601' },
      note: '老伴瘫痪两年，想办残疾证，身份证[身份证号]',
      dueAt: instantOf('2026-12-07', '17:00'),
    });
    expect(view.assignment).not.toHaveProperty('candidates');
    expect(view.events.map((event) => event.do)).toEqual(['submit', 'offer']);
  });

  it('tells the manager why each candidate was taken or passed over, and hides the resident', async () => {
    const view = await seen(MANAGER, caseId);
    expect(view.contact).toEqual({ name: '赵**', phone: '045****0124' });
    const reasons = Object.fromEntries(
      (view.assignment?.candidates ?? []).map((one) => [one.agentId, one.reason]),
    );
    expect(reasons).toMatchObject({
      'ag-01': '同社区，手头没有活',
      'ag-02': '不办“残疾人服务”类事项',
      'ag-04': '同街道的邻近社区，手头没有活，立春晓更近',
    });
  });

  it('has it in the agent’s inbox and queue', async () => {
    const { notices } = await cloud.ok(AGENT, 'account.inbox', {});
    expect(notices[0]).toMatchObject({
      title: '有新的办件派给您',
      caseId,
      page: `packages/agent/case/index?id=${caseId}`,
    });
    const { offers } = await cloud.ok(AGENT, 'cases.queue', {});
    expect(offers).toMatchObject([
      { caseId, state: 'offered', residentName: '赵**', place: expect.not.stringContaining('601') as string },
    ]);
  });

  it('goes to the next candidate when the agent says no', async () => {
    await cloud.ok(AGENT, 'cases.decline', { caseId, reason: '手头忙不过来' });
    const view = await seen(RESIDENT, caseId);
    expect(view).toMatchObject({ state: 'offered', assignment: { agentName: '清明远' } });
    expect((await cloud.ok(AGENT, 'cases.queue', {})).cases).toEqual([]);
    const candidates = (await seen(MANAGER, caseId)).assignment?.candidates ?? [];
    expect(candidates.find((one) => one.agentId === AGENT)?.reason).toBe('问过了，没有接');
  });

  it('waits for the manager when everybody said no, and is found by the sweep when somebody can', async () => {
    const answer = await cloud.ok('ag-04', 'cases.decline', { caseId, reason: '和当事人是亲属' });
    // No other agent is left: the first is asked once more, a relative never again.
    expect(answer.state).toBe('offered');
    expect(await cloud.ok(AGENT, 'cases.decline', { caseId, reason: '还是忙' })).toMatchObject({
      state: 'submitted',
    });
    const { notices } = await cloud.ok(MANAGER, 'account.inbox', {});
    expect(notices[0]).toMatchObject({ title: '有办件上报给您', caseId });
    expect(notices[0]?.text).toContain('2位会办“残疾人服务”：1位问过了，没有接，1位和当事人是亲属。');
    expect((await seen(MANAGER, caseId)).unassigned?.length).toBeGreaterThan(0);
    expect(await cloud.timer('sweep')).toMatchObject({ found: 0 });
    await cloud.setClock(MONDAY + 11 * 60_000);
    expect(await cloud.timer('sweep')).toMatchObject({ found: 1, changed: 1 });
    expect((await seen(MANAGER, caseId)).events.filter((event) => event.do === 'unassigned')).toHaveLength(1);
    await cloud.ok(RESIDENT, 'cases.cancel', { caseId, reason: '等得太久' });
  });

  it('begins anew when the resident asks again', async () => {
    const again = await cloud.ok(RESIDENT, 'cases.submit', {
      serviceCode: 'disability-certificate',
      mode: 'home-visit',
      note: '还是想办',
    });
    expect(again).toMatchObject({ state: 'offered', existing: false });
    expect(again.caseId).not.toBe(caseId);
    caseId = again.caseId;
  });

  it('is accepted, lacks a paper, gets it, and is completed', async () => {
    expect(await cloud.ok(AGENT, 'cases.accept', { caseId })).toMatchObject({ state: 'in_progress' });
    expect(await cloud.ok(AGENT, 'cases.ask', { caseId, text: '老伴的户口簿' })).toMatchObject({
      state: 'awaiting_resident',
    });
    expect(await seen(RESIDENT, caseId)).toMatchObject({
      ask: '老伴的户口簿',
      next: '请您补一样材料，补上接着办',
    });
    expect(await cloud.ok(RESIDENT, 'cases.supply', { caseId, text: '户口簿在家，来拿' })).toMatchObject({
      state: 'in_progress',
    });
    expect(await cloud.ok(AGENT, 'cases.complete', { caseId, result: '证已送到家' })).toMatchObject({
      state: 'completed',
    });
    const view = await seen(RESIDENT, caseId);
    expect(view).toMatchObject({ result: '证已送到家', next: '请您评一评', reviewed: false });
    expect(view.ask).toBeUndefined();
  });

  it('hides phone and door from the agent once it has ended', async () => {
    const view = await seen(AGENT, caseId);
    expect(view.contact).toEqual({ name: '赵**', phone: '045****0124' });
    expect(view.parts).toEqual(['agent']);
  });

  it('sends each notice once, and the resident has them all in the inbox before and after', async () => {
    await cloud.saysYes(RESIDENT, ['progress', 'supplement', 'result'], 5);
    const before = (await cloud.ok(RESIDENT, 'account.inbox', {})).notices.map((notice) => notice.id);
    const { outboxes, sent, unknown } = await cloud.timer('notify');
    expect({ outboxes, unknown }).toEqual({ outboxes: 2, unknown: 0 });
    expect(sent).toBeGreaterThan(0);
    const after = (await cloud.ok(RESIDENT, 'account.inbox', {})).notices.map((notice) => notice.id);
    expect(after).toEqual(before);
    expect(await cloud.timer('notify')).toMatchObject({ outboxes: 0, due: 0 });

    const messages =
      await cloud.local<{ personId: string; data: Record<string, { value: string }>; page: string }[]>(
        'messages',
      );
    const done = messages.filter((message) => message.personId === RESIDENT).at(-1);
    expect(done).toMatchObject({
      page: `packages/resident/case/index?id=${caseId}`,
      data: { thing1: { value: '残疾人证办理' }, phrase2: { value: '已办结' } },
    });
  });

  it('is rated once, with tags and words', async () => {
    const rating = {
      caseId,
      level: 'very-satisfied',
      tags: ['上门服务', '办得快'],
      text: '送到家门口，谢谢',
    } as const;
    await cloud.ok(RESIDENT, 'reviews.submit', { ...rating, tags: [...rating.tags] });
    const again = await cloud.call(RESIDENT, 'reviews.submit', { caseId, level: 'dissatisfied' });
    expect(again).toMatchObject({ ok: false, code: 'ALREADY_REVIEWED' });
    expect(await seen(RESIDENT, caseId)).toMatchObject({
      reviewed: true,
      review: { level: 'very-satisfied' },
    });
  });

  it('shows the rating to the resident and the manager, and not to the agent who was rated', async () => {
    expect((await seen(MANAGER, caseId)).review?.text).toBe('送到家门口，谢谢');
    const agents = await seen(AGENT, caseId);
    expect(agents.review).toBeUndefined();
    expect(agents.reviewed).toBe(false);
    expect(agents.events.some((event) => event.do === 'review')).toBe(false);
  });

  it('counts in the community’s, the street’s and the district’s scores', async () => {
    await cloud.timer('rollup');
    for (const [manager, orgId] of [
      [MANAGER, 'cm-xinmin'],
      ['ad-st-1', 'st-longhua'],
      ['ad-st-1', 'cm-xinmin'],
      ['ad-ds-1', 'ds-tiefeng'],
    ] as const) {
      const scores = await cloud.ok(manager, 'reviews.scores', { orgId });
      expect(scores.total).toMatchObject({
        numerator: 1,
        denominator: 1,
        rate: null,
        hidden: true,
        completed: 1,
        responseRate: 1,
      });
      expect(scores.services).toMatchObject([
        { serviceCode: 'disability-certificate', serviceName: '残疾人证办理', numerator: 1 },
      ]);
      expect(scores.months).toMatchObject([{ month: '2026-11', denominator: 1 }]);
      expect(scores.bad).toEqual([]);
    }
  });
});

it('lists bad reviews', async () => {
  const { caseId } = await cloud.ok('rs-02', 'cases.submit', {
    serviceCode: 'daily-errand',
    mode: 'home-visit',
    note: '取降压药',
  });
  await cloud.ok(AGENT, 'cases.accept', { caseId });
  await cloud.ok(AGENT, 'cases.complete', { caseId, result: '药取回来了' });
  await cloud.ok('rs-02', 'reviews.submit', {
    caseId,
    level: 'very-dissatisfied',
    tags: ['违规收费'],
    text: '我电话15400000456',
  });
  await cloud.timer('rollup');
  const { bad, total } = await cloud.ok(MANAGER, 'reviews.scores', { orgId: 'cm-xinmin' });
  expect(bad).toMatchObject([
    { caseId, level: 'very-dissatisfied', tags: ['违规收费'], text: '我电话[电话]' },
  ]);
  expect(total).toMatchObject({ numerator: 1, denominator: 2 });
});

it('shows a manager the open cases of the unit, nearest deadline first', async () => {
  await cloud.ok('rs-01', 'cases.submit', {
    serviceCode: 'elderly-allowance',
    mode: 'counter',
    note: '高龄津贴',
  });
  await cloud.ok('rs-04', 'cases.submit', {
    serviceCode: 'policy-consultation',
    mode: 'online',
    note: '孩子落户要带啥',
  });
  const { cases } = await cloud.ok(MANAGER, 'cases.board', { orgId: 'cm-xinmin' });
  expect(cases.map((kase) => kase.serviceCode)).toEqual(['policy-consultation', 'elderly-allowance']);
  expect(cases.map((kase) => [kase.residentName, kase.place])).toEqual([
    ['李**', '新民第四网格'],
    ['赵**', '新民第三网格'],
  ]);
});

it('handles consultations, reports and errands like any other item', async () => {
  for (const [serviceCode, subtype, mode] of [
    ['policy-consultation', 'where', 'online'],
    ['report-issue', 'streetlight', 'online'],
    ['daily-errand', 'shopping', 'home-visit'],
  ] as const) {
    const answer = await cloud.ok('rs-09', 'cases.submit', { serviceCode, subtype, mode, note: '麻烦了' });
    expect(answer).toMatchObject({ state: 'offered' });
  }
});

it('gives a resident the card of the agent they know', async () => {
  const { agent, community } = await cloud.ok('rs-02', 'account.session', {});
  expect(agent).toMatchObject({ name: '立春晓', phone: '04525550109', orgName: '新民社区', isOnDuty: true });
  expect(community).toMatchObject({ name: '新民社区', phone: '04525550102' });
});

it('lets a resident urge, and again only after four working hours', async () => {
  const { caseId } = await cloud.ok('rs-05', 'cases.submit', {
    serviceCode: 'policy-consultation',
    mode: 'online',
    note: '失业金',
  });
  const agent = (await seen('rs-05', caseId)).assignment?.agentId ?? '';
  await cloud.ok('rs-05', 'cases.urge', { caseId });
  expect(
    (await cloud.ok(agent, 'account.inbox', {})).notices.some((notice) => notice.title === '居民催了一次'),
  ).toBe(true);
  expect(await cloud.call('rs-05', 'cases.urge', { caseId })).toMatchObject({
    ok: false,
    code: 'URGED_ALREADY',
    fields: { caseId: '11月23日 周一 16:11以后可以再催。' },
  });
  const view = await seen('rs-05', caseId);
  expect(view).toMatchObject({ state: 'offered', urgeFrom: MONDAY + 11 * 60_000 + 6 * 3_600_000 });
  await cloud.setClock(view.urgeFrom ?? 0);
  await cloud.ok('rs-05', 'cases.urge', { caseId });
  await cloud.setClock(MONDAY + 11 * 60_000);
});
