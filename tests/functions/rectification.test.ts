import type { ActionName, Reply } from '../../contract/actions';
import { instantOf } from '../../contract/time';
import { type TestCloud, MONDAY, freshId, startTestCloud } from '../support/cloud';
import { AGENT, DISTRICT, MANAGER, STREET, finish, titlesOf, viewOf } from './finished';

/** A bad review: looked into, mended, called back, by another person and in time. */
let cloud: TestCloud;
let caseId = '';
const RESIDENT = 'rs-01';
beforeEach(async () => {
  cloud = await startTestCloud();
  caseId = await finish(cloud, RESIDENT);
});
afterEach(() => cloud.close());

const hour = 3_600_000;
const raw = async (person: string, name: ActionName, input: unknown): Promise<Reply<unknown>> => {
  const [fn = '', action] = name.split('.');
  return cloud.post(fn, { action, requestId: freshId(), input }, cloud.token(person));
};
const rate = (level: 'dissatisfied' | 'very-dissatisfied' = 'dissatisfied') =>
  cloud.ok(RESIDENT, 'reviews.submit', { caseId, level, tags: ['多跑腿'], text: '跑了三趟' });
const sweepAt = async (at: number) => {
  await cloud.setClock(at);
  return cloud.timer('sweep');
};
const board = (person: string, orgId: string) => cloud.ok(person, 'cases.board', { orgId, heap: 'rectify' });

it('answers at once what will happen and by when, and the timeline shows how it went', async () => {
  expect(await rate()).toMatchObject({
    rectification: {
      verifyBy: instantOf('2026-11-24', '17:00'),
      mendBy: instantOf('2026-11-30', '17:00'),
      orgName: '新民社区',
    },
  });
  expect((await titlesOf(cloud, RESIDENT))[0]).toBe('您的评价有人管');
  expect((await titlesOf(cloud, MANAGER))[0]).toBe('有差评要核实');
  expect((await viewOf(cloud, RESIDENT, caseId)).next).toBe('新民社区会在11月24日 周二前核实');
  const { cases, counts } = await board(MANAGER, 'cm-xinmin');
  expect(cases).toMatchObject([
    { caseId, rectify: { state: 'verifying', by: instantOf('2026-11-24', '17:00') } },
  ]);
  expect(counts).toMatchObject({ rectify: 1, open: 0 });
  expect((await cloud.ok(MANAGER, 'reviews.heaps', { orgId: 'cm-xinmin' })).counts.rectify).toBe(1);

  await cloud.ok(MANAGER, 'cases.take', { caseId });
  await cloud.ok(MANAGER, 'cases.verify', { caseId, isUpheld: true, findings: '材料没一次说清' });
  await cloud.ok(MANAGER, 'cases.mend', { caseId, outcome: 'mended', text: '上门道歉，补办好了' });
  await cloud.ok(MANAGER, 'cases.phone', { caseId, result: 'reached', level: 'satisfied', text: '这回行了' });
  const view = await viewOf(cloud, RESIDENT, caseId);
  expect(view).toMatchObject({
    review: { level: 'dissatisfied' },
    rectification: {
      state: 'closed',
      outcome: 'mended',
      handler: '白露澄',
      after: 'satisfied',
      closedAt: MONDAY,
      deeds: [],
    },
  });
  expect(view.events.map((event) => event.do).slice(-5)).toEqual([
    'review',
    'take',
    'verify',
    'mend',
    'phone',
  ]);
  expect(view.events.at(-1)?.text).toBe('接通了：满意：这回行了');
  expect((await titlesOf(cloud, RESIDENT)).slice(0, 4)).toEqual(
    expect.arrayContaining(['您反映的办结了', '您反映的整改了', '您的评价核实了', '您的评价有人管']),
  );
  expect((await board(MANAGER, 'cm-xinmin')).cases).toEqual([]);
  // The first score stands.
  await cloud.timer('rollup');
  const { total } = await cloud.ok(MANAGER, 'reviews.scores', { orgId: 'cm-xinmin' });
  expect(total.levels.dissatisfied).toBe(1);
});

it('goes up to the street where the call-back hears that nothing is mended, and counts as not mended', async () => {
  await rate();
  await cloud.ok(MANAGER, 'cases.verify', { caseId, isUpheld: true, findings: '材料没一次说清' });
  await cloud.ok(MANAGER, 'cases.mend', { caseId, outcome: 'mended', text: '道歉了' });
  await cloud.ok(MANAGER, 'cases.phone', {
    caseId,
    result: 'reached',
    level: 'very-dissatisfied',
    text: '没人来',
  });
  expect((await titlesOf(cloud, STREET))[0]).toBe('差评交给您单位重新查');
  expect((await titlesOf(cloud, RESIDENT))[0]).toBe('您的评价接着有人管');
  expect((await viewOf(cloud, RESIDENT, caseId)).rectification).toMatchObject({
    state: 'verifying',
    orgName: '龙华街道',
    isRefused: true,
    verifyBy: instantOf('2026-11-24', '17:00'),
  });
  expect((await viewOf(cloud, MANAGER, caseId)).rectification?.deeds).toEqual([]);
  expect(await raw(MANAGER, 'cases.take', { caseId })).toMatchObject({ code: 'UNIT_NOT_YOURS' });
  await cloud.ok(STREET, 'cases.verify', { caseId, isUpheld: true, findings: '属实' });
  await cloud.ok(STREET, 'cases.mend', { caseId, outcome: 'mended', text: '上门办好了' });
  await cloud.ok(STREET, 'cases.phone', { caseId, result: 'reached', level: 'satisfied' });
  expect((await viewOf(cloud, RESIDENT, caseId)).rectification).toMatchObject({ state: 'closed' });
});

it('is called back also where it was not true', async () => {
  await rate();
  await cloud.ok(MANAGER, 'cases.verify', { caseId, isUpheld: false, findings: '回执都在，只来过一趟' });
  expect(await raw(MANAGER, 'cases.mend', { caseId, outcome: 'mended', text: '改了' })).toMatchObject({
    code: 'RECTIFY_NOT_NOW',
  });
  expect((await viewOf(cloud, MANAGER, caseId)).rectification).toMatchObject({
    state: 'calling',
    outcome: 'unfounded',
    deeds: ['take', 'phone'],
  });
});

it('is given up on after five attempts, two hours apart', async () => {
  await rate();
  await cloud.ok(MANAGER, 'cases.verify', { caseId, isUpheld: false, findings: '不属实' });
  for (let tries = 1; tries <= 5; tries += 1) {
    await cloud.setClock(MONDAY + tries * 2 * hour);
    expect((await viewOf(cloud, MANAGER, caseId)).rectification?.state).toBe('calling');
    await cloud.ok(MANAGER, 'cases.phone', { caseId, result: 'unanswered' });
    expect(await raw(MANAGER, 'cases.phone', { caseId, result: 'unanswered' })).toMatchObject({
      code: tries < 5 ? 'CALLED_JUST_NOW' : 'RECTIFY_NOT_NOW',
    });
  }
  expect((await viewOf(cloud, RESIDENT, caseId)).rectification).toMatchObject({
    state: 'closed',
    unreached: true,
  });
});

it('shows cards and goes up: verified late to the street, mended late to the district', async () => {
  await rate();
  await sweepAt(instantOf('2026-11-24', '16:30'));
  expect((await titlesOf(cloud, MANAGER))[0]).toBe('黄牌：差评快到期');
  await sweepAt(instantOf('2026-11-24', '17:00'));
  expect((await titlesOf(cloud, MANAGER))[0]).toBe('红牌：差评超期');
  expect((await titlesOf(cloud, STREET))[0]).toBe('有办件上报给您');
  expect((await viewOf(cloud, MANAGER, caseId)).rectification?.card).toBe('red');
  await cloud.ok(STREET, 'cases.acknowledge', { caseId });
  await cloud.ok(MANAGER, 'cases.verify', { caseId, isUpheld: true, findings: '属实' });
  await sweepAt(instantOf('2026-11-30', '17:00'));
  expect((await titlesOf(cloud, DISTRICT))[0]).toBe('有办件上报给您');
  const views = await viewOf(cloud, DISTRICT, caseId);
  expect(views.escalations.map(({ cause, tier }) => [cause, tier])).toEqual([
    ['verify', 'street'],
    ['mend', 'district'],
  ]);
  expect(views.state).toBe('completed');
});

it('takes each step once, for each request', async () => {
  await rate();
  const twice = async (name: 'cases.take' | 'cases.verify' | 'cases.mend' | 'cases.phone', input: object) => {
    const id = freshId();
    const run = () => cloud.ok(MANAGER, name, { caseId, ...input } as never, id);
    expect(await run()).toEqual(await run());
  };
  await twice('cases.take', {});
  await twice('cases.verify', { isUpheld: true, findings: '属实' });
  await twice('cases.mend', { outcome: 'explained', text: '说清楚了' });
  await twice('cases.phone', { result: 'refused' });
  const { events } = await viewOf(cloud, MANAGER, caseId);
  expect(events.map((event) => event.do).slice(-4)).toEqual(['take', 'verify', 'mend', 'phone']);
});

it('opens the number to whoever calls, and says so in the timeline', async () => {
  await rate();
  expect((await viewOf(cloud, MANAGER, caseId)).contact.phone).toBe('045****0124');
  expect(await cloud.ok(MANAGER, 'cases.contact', { caseId, why: '回访' })).toMatchObject({
    phone: '04525550124',
  });
  const { events } = await viewOf(cloud, RESIDENT, caseId);
  expect(events.at(-1)).toMatchObject({ do: 'contact', says: '白露澄查看了联系方式', text: '回访' });
  expect((await viewOf(cloud, AGENT, caseId)).events.map((event) => event.do)).not.toContain('contact');
});

it('is nobody’s but a manager’s of its units', async () => {
  await rate();
  expect(await raw(AGENT, 'cases.take', { caseId })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await raw('ad-cm-2', 'cases.take', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
  expect(await raw('ad-cm-2', 'cases.contact', { caseId, why: '看看' })).toMatchObject({
    code: 'NOT_YOUR_CASE',
  });
});

it('goes on while the case is done once more', async () => {
  await rate();
  await cloud.ok(RESIDENT, 'cases.reopen', { caseId, reason: '还没办成' });
  await cloud.ok(MANAGER, 'cases.verify', { caseId, isUpheld: true, findings: '属实' });
  await cloud.ok(AGENT, 'cases.complete', { caseId, result: '这回办好了' });
  await cloud.ok(MANAGER, 'cases.mend', { caseId, outcome: 'mended', text: '办好了' });
  await cloud.ok(MANAGER, 'cases.phone', { caseId, result: 'reached' });
  const agents = await viewOf(cloud, AGENT, caseId);
  expect(agents.events.map(({ seq, do: deed }) => [seq, deed])).toEqual(
    ['submit', 'offer', 'accept', 'complete', 'reopen', 'complete'].map((deed, seq) => [seq, deed]),
  );
  expect(agents).not.toHaveProperty('rectification');
  expect(agents).not.toHaveProperty('review');
});
