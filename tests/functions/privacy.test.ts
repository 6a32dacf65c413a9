import { type TestCloud, freshId, startTestCloud } from '../support/cloud';
import { AGENT, MANAGER, titlesOf, viewOf } from './finished';

/** What each person sees of a case: no more than the part that they have in it now. Rules: docs/domain.md, "Privacy". */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const RESIDENT = 'rs-01';
const PHONE = '04525550124';
const submit = async () =>
  (
    await cloud.ok(RESIDENT, 'cases.submit', {
      serviceCode: 'disability-certificate',
      mode: 'home-visit',
      note: '想办残疾证',
    })
  ).caseId;
const taken = async () => {
  const caseId = await submit();
  await cloud.ok(AGENT, 'cases.accept', { caseId });
  return caseId;
};
/** Of both the phone and the door nothing may be found in what a person gets. */
const hides = (answer: unknown) => {
  expect(JSON.stringify(answer)).not.toContain(PHONE);
  expect(JSON.stringify(answer)).not.toContain('601');
};

describe('phone and door', () => {
  it('are not shown by an offer, and no agent of a chain of declines ever sees them', async () => {
    const caseId = await submit();
    const asked: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      const holder = (await viewOf(cloud, RESIDENT, caseId)).assignment?.agentId ?? '';
      asked.push(holder);
      const view = await viewOf(cloud, holder, caseId);
      expect(view).toMatchObject({ state: 'offered', contact: { name: '赵**' } });
      expect(view.place).toBeDefined();
      hides([view, await cloud.ok(holder, 'cases.queue', {}), await cloud.ok(holder, 'account.inbox', {})]);
      await cloud.ok(holder, 'cases.decline', { caseId, reason: '手头忙不过来' });
      hides([await cloud.ok(holder, 'cases.queue', {}), await cloud.ok(holder, 'cases.pool', {})]);
    }
    expect(new Set(asked).size).toBe(2);
  });

  it('are the agent’s from their yes to the end', async () => {
    const caseId = await taken();
    expect((await viewOf(cloud, AGENT, caseId)).contact).toMatchObject({ name: '赵一示', phone: PHONE });
    await cloud.ok(AGENT, 'cases.complete', { caseId, result: '办好了' });
    hides(await viewOf(cloud, AGENT, caseId));
  });

  it('are not opened by the id of an earlier opening once the case went elsewhere', async () => {
    const caseId = await submit();
    const id = freshId();
    const input = { caseId, why: '回访' };
    const first = await cloud.ok(MANAGER, 'cases.contact', input, id);
    expect(await cloud.ok(MANAGER, 'cases.contact', input, id)).toEqual(first);
    await cloud.ok(MANAGER, 'cases.move', { caseId, orgId: 'cm-donghu', reason: '居民住在那边' });
    const again = await cloud.call(MANAGER, 'cases.contact', input, id);
    expect(again).toMatchObject({ ok: false, code: 'NOT_YOUR_CASE' });
    hides(again);
  });
});

describe('a call to make', () => {
  /** Asked for by a resident without WeChat: the agent who has the case is asked to call. */
  const called = async () => {
    const { caseId } = await cloud.ok(MANAGER, 'cases.intake', {
      channel: 'phone',
      name: '何老太',
      phone: '15500000001',
      serviceCode: 'disability-certificate',
      mode: 'counter',
      note: '想办残疾证',
    });
    const first = (await viewOf(cloud, MANAGER, caseId)).assignment?.agentId ?? '';
    await cloud.ok(first, 'cases.accept', { caseId });
    await cloud.timer('notify');
    return { caseId, first };
  };
  const callsOf = async (person: string) => (await cloud.ok(person, 'cases.calls', {})).calls;

  it('is no longer shown to who had the case, and goes with it to who has it', async () => {
    const { caseId, first } = await called();
    const [call] = await callsOf(first);
    expect(call).toMatchObject({
      name: '何老太',
      phone: '15500000001',
      says: expect.stringContaining('何老太'),
    });
    await cloud.ok(MANAGER, 'cases.move', { caseId, orgId: 'cm-donghu', reason: '那边办更方便' });
    expect(await callsOf(first)).toEqual([]);
    expect(
      await cloud.call(first, 'cases.called', { callId: call?.id ?? '', outcome: 'told' }),
    ).toMatchObject({ code: 'CALL_NOT_FOUND' });
    const next = (await viewOf(cloud, 'ad-ds-1', caseId)).assignment?.agentId ?? '';
    await cloud.timer('notify');
    expect(await callsOf(next)).toEqual([]);
    await cloud.ok(next, 'cases.accept', { caseId });
    await cloud.timer('notify');
    expect((await callsOf(next)).map(({ id }) => id)).toContain(call?.id);
    expect(await callsOf(first)).toEqual([]);
  });

  it('stays with who ended the case: its end is to be told too', async () => {
    const { caseId, first } = await called();
    await cloud.ok(first, 'cases.complete', { caseId, result: '办好了' });
    await cloud.timer('notify');
    expect((await callsOf(first)).map(({ says }) => says).join()).toContain('办好了');
  });
});

it('shows a whistled unit neither a bad rating nor what went up because of it', async () => {
  const caseId = await taken();
  const orgId = 'st-donghu';
  await cloud.ok(MANAGER, 'cases.whistle', { caseId, orgId, question: '能借个轮椅吗？' });
  await cloud.ok(AGENT, 'cases.complete', { caseId, result: '办好了' });
  const seen = async () => [
    (await cloud.ok('ad-st-2', 'cases.board', { orgId, heap: 'whistled' })).cases,
    await viewOf(cloud, 'ad-st-2', caseId),
  ];
  const before = await seen();
  expect(before).toMatchObject([[{ caseId, asked: '能借个轮椅吗？' }], { parts: ['summoned'] }]);
  await cloud.ok(RESIDENT, 'reviews.submit', { caseId, level: 'very-dissatisfied', text: '白跑三趟' });
  expect(await seen()).toEqual(before);
  // No manager verifies: the street and the district hear of it, and the unit that was only asked a question does not.
  await cloud.setClock(Date.UTC(2026, 11, 4, 2));
  await cloud.timer('sweep');
  expect(await titlesOf(cloud, MANAGER)).not.toEqual([]);
  const after = JSON.stringify(await seen());
  for (const word of ['verify', 'mend', 'dissatisfied', '差评', '整改']) expect(after).not.toContain(word);
  const own = await viewOf(cloud, 'ad-st-1', caseId);
  expect(own.escalations.map(({ cause }) => cause)).toContain('verify');
});

it('tells the resident why an agent passed in words that hurt nobody', async () => {
  const caseId = await submit();
  const reasons = ['这老头太烦了，让别人去', '离得太远'];
  for (const reason of reasons) {
    const holder = (await viewOf(cloud, RESIDENT, caseId)).assignment?.agentId ?? '';
    await cloud.ok(holder, 'cases.decline', { caseId, reason });
  }
  const declines = async (person: string) =>
    (await viewOf(cloud, person, caseId)).events.filter((event) => event.do === 'decline');
  expect((await declines(MANAGER)).map(({ text }) => text)).toEqual(reasons);
  expect((await declines(RESIDENT)).map(({ text }) => text)).toEqual([undefined, '换一位离您近些的']);
  expect(JSON.stringify(await cloud.ok(RESIDENT, 'account.inbox', {}))).not.toContain('太烦');
});
