import { MONDAY, type TestCloud, freshId, startTestCloud } from '../support/cloud';
import { AGENT, MANAGER, STREET, titlesOf, viewOf } from './finished';

/** 政策咨询: asked, answered by what it stands on, asked on once, done. */
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(MONDAY));

const RESIDENT = 'rs-01';
const dayMs = 86_400_000;
const ask = async (note: string, person = RESIDENT) =>
  (await cloud.ok(person, 'cases.submit', { serviceCode: 'policy-consultation', mode: 'online', note }))
    .caseId;
const take = async (caseId: string) => {
  const { assignment } = await viewOf(cloud, STREET, caseId);
  if (assignment?.agentId !== AGENT) await cloud.ok(STREET, 'cases.assign', { caseId, agentId: AGENT });
  await cloud.ok(AGENT, 'cases.accept', { caseId });
  return caseId;
};
const source = {
  kind: 'document',
  name: '高龄津贴办法',
  no: '黑民发〔2020〕5号',
  day: '2020-03-01',
} as const;
const reply = (caseId: string, person = AGENT) =>
  cloud.ok(person, 'cases.reply', { caseId, result: '八十岁起领', source });

it('is asked as often as one likes: each its own, also beside each other', async () => {
  const ids = await Promise.all(
    ['高龄津贴几岁能领', '医保断了怎么办', '落户要带啥'].map((note) => ask(note)),
  );
  expect(new Set(ids).size).toBe(3);
});

it('is answered by what it stands on, asked on once, answered again, and done because it helped', async () => {
  const caseId = await take(await ask('公租房怎么排'));
  const view = await viewOf(cloud, AGENT, caseId);
  expect([view.kind, view.next]).toEqual(['question', '请在11月24日 周二前答复']);
  expect(await cloud.call(AGENT, 'cases.reply', { caseId, result: '八十岁' })).toMatchObject({
    code: 'SOURCE_NEEDED',
  });
  expect(await cloud.call(AGENT, 'cases.complete', { caseId, result: '八十岁' })).toMatchObject({
    code: 'STATE_NOT_ALLOWED',
  });
  const said = { caseId, result: '八十岁起领', source };
  const requestId = freshId();
  const first = await cloud.ok(AGENT, 'cases.reply', said, requestId);
  expect(await cloud.ok(AGENT, 'cases.reply', said, requestId)).toEqual(first);
  expect(await viewOf(cloud, RESIDENT, caseId)).toMatchObject({
    state: 'completed',
    result: '八十岁起领',
    next: '有答复了，有没有帮助请点一下',
    question: { source, askOnUntil: MONDAY + 7 * dayMs },
  });
  expect(await titlesOf(cloud, RESIDENT)).toContain('您问的有答复了');
  expect(await cloud.call(RESIDENT, 'cases.askOn', { caseId, text: '我要投诉代办员' })).toMatchObject({
    code: 'BAD_INPUT',
  });
  await cloud.ok(RESIDENT, 'cases.askOn', { caseId, text: '那七十九呢，打13800138000' });
  expect(await titlesOf(cloud, AGENT)).toContain('居民接着问');
  expect((await viewOf(cloud, AGENT, caseId)).question).toEqual({ askedOn: '那七十九呢，打[电话]' });
  await cloud.ok(AGENT, 'cases.reply', {
    caseId,
    result: '满八十才行',
    source: { kind: 'item', name: 'elderly-allowance' },
  });
  expect((await viewOf(cloud, RESIDENT, caseId)).question?.source).toMatchObject({
    code: 'elderly-allowance',
  });
  expect(await cloud.call(RESIDENT, 'cases.askOn', { caseId, text: '还有呢' })).toMatchObject({
    code: 'ASKED_ON_ALREADY',
  });
  await cloud.ok(RESIDENT, 'cases.helped', { caseId });
  expect(await titlesOf(cloud, AGENT)).toContain('居民说答复有帮助');
  expect(await cloud.call(RESIDENT, 'cases.helped', { caseId })).toMatchObject({ code: 'QUESTION_CLOSED' });
  expect(await cloud.call(RESIDENT, 'reviews.submit', { caseId, level: 'satisfied' })).toMatchObject({
    ok: false,
  });
});

it('is answered by a manager where its agent cannot, and done by itself after a week', async () => {
  const caseId = await take(await ask('失业金怎么领'));
  await reply(caseId, MANAGER);
  await cloud.setClock(MONDAY + 8 * dayMs);
  await cloud.timer('sweep');
  expect(await viewOf(cloud, RESIDENT, caseId)).toMatchObject({
    next: '已办结',
    question: { closedAt: MONDAY + 7 * dayMs },
  });
  expect(await cloud.call(RESIDENT, 'cases.askOn', { caseId, text: '还有呢' })).toMatchObject({
    code: 'QUESTION_CLOSED',
  });
});

it('is late by its own clock', async () => {
  const caseId = await take(await ask('养老认证在哪办'));
  await cloud.setClock(MONDAY + 3 * dayMs);
  await cloud.timer('sweep');
  const { escalations, next } = await viewOf(cloud, MANAGER, caseId);
  expect(escalations).toContainEqual(expect.objectContaining({ cause: 'completion', tier: 'community' }));
  expect(next).toContain('在查，过了11月24日');
});

describe('words that may not stay', () => {
  it.each([
    ['the question', () => cloud.call(RESIDENT, 'cases.submit', wish('哪里能办假证')), 'note'],
    [
      'the answer',
      async () =>
        cloud.call(AGENT, 'cases.reply', { caseId: await take(await ask('准生证')), result: '毒品', source }),
      'result',
    ],
  ])('%s', async (_, tried, field) =>
    expect(await tried()).toMatchObject({
      code: 'BAD_INPUT',
      fields: { [field]: expect.any(String) as string },
    }),
  );
  const wish = (note: string) => ({ serviceCode: 'policy-consultation', mode: 'online', note }) as const;

  it('complain of the staff: a complaint, which no agent reads', async () => {
    const caseId = await ask('我要投诉代办员');
    expect((await viewOf(cloud, RESIDENT, caseId)).kind).toBe('complaint');
  });
});

it('is answered by nobody else, and by no source that is not there', async () => {
  const caseId = await take(await ask('残疾人补贴多少'));
  expect(await cloud.call('ag-05', 'cases.reply', { caseId, result: '一百', source })).toMatchObject({
    ok: false,
  });
  const of = (said: object) =>
    cloud.call(AGENT, 'cases.reply', { caseId, result: '一百', source: said as typeof source });
  expect(await of({ kind: 'item', name: 'nothing' })).toMatchObject({
    code: 'SERVICE_NOT_FOUND',
    fields: { 'source.name': expect.any(String) as string },
  });
  expect(await of({ kind: 'document', name: '办法', day: '2020-13-01' })).toMatchObject({
    code: 'BAD_INPUT',
  });
});

describe('an answer for all', () => {
  const words = { question: '高龄津贴几岁能领？', answer: '满八十岁起领', source };
  const publish = (answerId: string, more: object = {}, person = MANAGER) =>
    cloud.call(person, 'cases.publish', { answerId, ...words, reviewOn: '2026-12-31', ...more });
  const found = async (text: string, orgId?: string) =>
    (await cloud.ok('nobody', 'catalog.search', { text, orgId })).answers.map((one) => one.question);
  const listed = async (orgId?: string) =>
    (await cloud.ok('nobody', 'catalog.answers', { orgId })).answers.map((one) => one.question);
  let caseId = '';
  let answerId = '';
  beforeAll(async () => {
    caseId = await take(await ask('我妈八十了能领高龄津贴吗'));
    await reply(caseId);
  });

  it.each<[string, object, string]>([
    ['the asker’s own words', { question: '我妈八十了能领高龄津贴吗' }, 'question'],
    ['a name', { answer: '赵一示家的能领' }, 'answer'],
    ['a door', { question: '灯塔院12号楼的能领吗' }, 'question'],
    ['a number', { answer: '打13800138000' }, 'answer'],
    ['what may not stay', { answer: '赌博' }, 'answer'],
    ['no source', { source: { kind: 'item', name: 'nothing' } }, 'source.name'],
  ])('is not proposed with %s', async (_, more, field) =>
    expect(await cloud.call(AGENT, 'cases.propose', { caseId, ...words, ...more })).toMatchObject({
      ok: false,
      fields: { [field]: expect.any(String) as string },
    }),
  );

  it('is proposed by its agent, and its community’s manager hears of it; nobody reads it yet', async () => {
    await cloud.ok(AGENT, 'cases.propose', { caseId, ...words });
    expect(await titlesOf(cloud, MANAGER)).toContain('有一条答复提议公开');
    const { answers } = await cloud.ok(MANAGER, 'cases.proposals', { orgId: 'cm-xinmin' });
    expect(answers).toMatchObject([{ caseId, state: 'proposed', question: words.question }]);
    answerId = answers[0]?.id ?? '';
    expect(await listed()).toEqual([]);
    expect((await viewOf(cloud, RESIDENT, caseId)).events.map((one) => one.do)).not.toContain('propose');
  });

  it.each<[string, object, string, string]>([
    ['a person in it', { question: '我能领吗' }, MANAGER, 'BAD_INPUT'],
    ['a review today', { reviewOn: '2026-11-23' }, MANAGER, 'BAD_INPUT'],
    ['a review in three years', { reviewOn: '2029-11-23' }, MANAGER, 'BAD_INPUT'],
    ['another community’s manager', {}, 'ad-cm-2', 'ANSWER_NOT_FOUND'],
    ['its agent', {}, AGENT, 'FORBIDDEN'],
  ])('is not published with %s', async (_, more, person, code) =>
    expect(await publish(answerId, more, person)).toMatchObject({ code }),
  );

  it('is public once a manager says so: listed and found where it holds, with its day and source', async () => {
    const input = { answerId, ...words, reviewOn: '2026-12-31' };
    const requestId = freshId();
    const done = await cloud.ok(MANAGER, 'cases.publish', input, requestId);
    expect(await cloud.ok(MANAGER, 'cases.publish', input, requestId)).toEqual(done);
    const { answers } = await cloud.ok('nobody', 'catalog.answers', { orgId: 'cm-xinmin' });
    expect(answers).toEqual([
      { id: answerId, ...words, orgName: '新民社区', publishedAt: MONDAY, isStale: false },
    ]);
    expect(JSON.stringify(answers)).not.toContain(caseId);
    expect(await listed('cm-donghu')).toEqual([]);
    expect(await found('高龄津贴几岁开始领', 'cm-xinmin')).toEqual([words.question]);
    expect(await found('高龄津贴几岁开始领', 'cm-donghu')).toEqual([]);
    expect(await found('井盖没了', 'cm-xinmin')).toEqual([]);
    expect(await found('煤气泄漏了', 'cm-xinmin')).toEqual([]);
    const { entries } = await cloud.ok(MANAGER, 'units.journal', { orgId: 'cm-xinmin', kind: 'answer' });
    expect(entries).toMatchObject([{ what: 'answer.publish' }]);
    expect(await cloud.call(AGENT, 'cases.propose', { caseId, ...words })).toMatchObject({
      code: 'ANSWER_PUBLIC',
    });
  });

  it('holds for the whole street where the street’s manager publishes it', async () => {
    expect(await publish(answerId, {}, STREET)).toMatchObject({ ok: true });
    const { answers } = await cloud.ok('nobody', 'catalog.answers', { id: answerId });
    expect(answers).toMatchObject([{ orgName: '龙华街道' }]);
  });

  it('is marked after its day of review, until somebody has looked', async () => {
    await cloud.setClock(MONDAY + 50 * dayMs);
    expect((await cloud.ok('nobody', 'catalog.answers', {})).answers).toMatchObject([{ isStale: true }]);
    const { answers } = await cloud.ok(MANAGER, 'cases.proposals', { orgId: 'cm-xinmin', state: 'public' });
    expect(answers).toMatchObject([{ isStale: true }]);
    expect(await publish(answerId, { reviewOn: '2027-06-30' })).toMatchObject({ ok: true });
    expect((await cloud.ok('nobody', 'catalog.answers', {})).answers).toMatchObject([{ isStale: false }]);
  });

  it('is withdrawn, and can be proposed anew', async () => {
    await cloud.ok(MANAGER, 'cases.withdraw', { answerId, reason: '政策改了' });
    expect(await cloud.call(MANAGER, 'cases.withdraw', { answerId, reason: '又' })).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
    });
    expect([await listed(), await found('高龄津贴几岁开始领', 'cm-xinmin')]).toEqual([[], []]);
    expect((await cloud.ok(AGENT, 'cases.proposal', { caseId })).answer).toMatchObject({ why: '政策改了' });
    await cloud.ok(AGENT, 'cases.propose', { caseId, ...words });
    expect((await cloud.ok(AGENT, 'cases.proposal', { caseId })).answer).toMatchObject({ state: 'proposed' });
  });
});
