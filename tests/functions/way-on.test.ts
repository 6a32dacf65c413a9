import { type Deed, can } from '../../contract/deeds';
import { OPEN, type State } from '../../contract/states';
import { type TestCloud, startTestCloud } from '../support/cloud';
import { AGENT, MANAGER, STREET, finish, titlesOf, viewOf } from './finished';

/** Managers have a way on in every state: give, move, end, take in a paper, cancel for a resident who rang; and who is away is seen. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const RESIDENT = 'rs-01';
const ask = async (resident = RESIDENT) =>
  (
    await cloud.ok(resident, 'cases.submit', {
      serviceCode: 'disability-certificate',
      mode: 'counter',
      note: '想办残疾证',
    })
  ).caseId;
const offeredTo = async (agentId: string) => {
  const caseId = await ask();
  if ((await viewOf(cloud, STREET, caseId)).assignment?.agentId !== agentId)
    await cloud.ok(STREET, 'cases.assign', { caseId, agentId });
  return caseId;
};
const inHand = async () => {
  const caseId = await offeredTo(AGENT);
  await cloud.ok(AGENT, 'cases.accept', { caseId });
  return caseId;
};
/** Somebody else who may have it. */
const another = async (caseId: string) => {
  const { candidates } = await cloud.ok(MANAGER, 'cases.candidates', { caseId });
  const agentId = candidates.find((one) => !one.barred && one.agentId !== AGENT)?.agentId ?? '';
  await cloud.ok(MANAGER, 'cases.assign', { caseId, agentId });
};
const make: Record<(typeof OPEN)[number], () => Promise<string>> = {
  async submitted() {
    const caseId = await ask();
    for (;;) {
      const { assignment, state } = await viewOf(cloud, STREET, caseId);
      if (state === 'submitted') return caseId;
      await cloud.ok(assignment?.agentId ?? '', 'cases.decline', { caseId, reason: '手头忙不过来' });
    }
  },
  offered: () => offeredTo(AGENT),
  in_progress: inHand,
  async awaiting_resident() {
    const caseId = await inHand();
    await cloud.ok(AGENT, 'cases.ask', { caseId, text: '户口簿' });
    return caseId;
  },
};

describe.each(OPEN)('a case that is %s', (state) => {
  it.each<[Deed, (caseId: string) => Promise<unknown>, State[]]>([
    ['assign', another, ['offered']],
    [
      'move',
      (caseId) => cloud.ok(MANAGER, 'cases.move', { caseId, orgId: 'cm-zhongdong', reason: '居民住在那边' }),
      ['submitted', 'offered'],
    ],
    ['supply', (caseId) => cloud.ok(MANAGER, 'cases.supply', { caseId, text: '户口簿给来了' }), []],
    ['cancel', (caseId) => cloud.ok(MANAGER, 'cases.cancel', { caseId, reason: '不想办了' }), ['cancelled']],
    [
      'terminate',
      (caseId) => cloud.ok(MANAGER, 'cases.terminate', { caseId, reason: '联系不上本人' }),
      ['terminated'],
    ],
  ])('%s', async (deed, act, leadsTo) => {
    const caseId = await make[state]();
    const before = await viewOf(cloud, MANAGER, caseId);
    expect(before.state).toBe(state);
    expect(can(before, deed)).toBe(true);
    await act(caseId);
    const after = await viewOf(cloud, STREET, caseId);
    const same = state === 'awaiting_resident' ? 'in_progress' : state;
    expect(leadsTo.length > 0 ? leadsTo : [same]).toContain(after.state);
    expect(await titlesOf(cloud, RESIDENT)).not.toEqual([]);
  });
});

it('takes up again what was taken back by mistake: another agent is looked for, and both sides are told', async () => {
  const caseId = await inHand();
  await cloud.ok(MANAGER, 'cases.cancel', { caseId, reason: '不想办了' });
  expect(await cloud.call(RESIDENT, 'cases.reopen', { caseId, reason: '撤错了' })).toMatchObject({
    code: 'STATE_NOT_ALLOWED',
  });
  await cloud.ok(MANAGER, 'cases.reopen', { caseId, reason: '不是本人的意思' });
  expect((await viewOf(cloud, MANAGER, caseId)).state).toBe('offered');
  expect(await titlesOf(cloud, RESIDENT)).toContain('这件事接着办');
  await cloud.timer('rollup');
  expect((await cloud.ok(MANAGER, 'metrics.overview', { orgId: 'cm-xinmin' })).total.completed).toBe(0);
});

describe('换一位代办员', () => {
  it('is wished in a tap, decided by the community, and told; the agent reads nothing of it', async () => {
    const caseId = await inHand();
    const before = JSON.stringify(await viewOf(cloud, AGENT, caseId));
    await cloud.ok(RESIDENT, 'cases.wish', { caseId, reason: '时间对不上' });
    expect(JSON.stringify(await viewOf(cloud, AGENT, caseId))).toBe(before);
    expect(await titlesOf(cloud, AGENT)).not.toContain('居民想换一位代办员');
    expect(await cloud.call(RESIDENT, 'cases.wish', { caseId })).toMatchObject({ code: 'WISH_OPEN' });
    expect((await viewOf(cloud, MANAGER, caseId)).wish).toMatchObject({ reason: '时间对不上' });
    expect(await titlesOf(cloud, MANAGER)).toContain('居民想换一位代办员');
    await another(caseId);
    expect((await viewOf(cloud, RESIDENT, caseId)).wish).toBeUndefined();
    expect((await titlesOf(cloud, RESIDENT))[0]).toBe('换了一位代办员');
    expect(await cloud.call(MANAGER, 'cases.stay', { caseId, reason: '已经快办好了' })).toMatchObject({
      code: 'WISH_NOT_OPEN',
    });
  });

  it('or the community says why not', async () => {
    const caseId = await inHand();
    await cloud.ok(RESIDENT, 'cases.wish', { caseId });
    await cloud.ok(MANAGER, 'cases.stay', { caseId, reason: '已经快办好了' });
    expect((await viewOf(cloud, RESIDENT, caseId)).wish).toBeUndefined();
    const [notice] = (await cloud.ok(RESIDENT, 'account.inbox', {})).notices;
    expect(notice).toMatchObject({ title: '代办员先不换' });
    expect(notice?.text).toContain('已经快办好了');
    // Given to another by hand later, without a wish: nothing is said of one.
    await another(caseId);
    expect(await titlesOf(cloud, RESIDENT)).not.toContain('换了一位代办员');
  });

  it.each([
    ['of nobody', 'submitted'],
    ['of a case that is over', 'completed'],
  ])('not %s', async (_, state) => {
    const caseId = state === 'submitted' ? await make.submitted() : await finish(cloud, RESIDENT);
    expect(await cloud.call(RESIDENT, 'cases.wish', { caseId })).toMatchObject({ code: 'STATE_NOT_ALLOWED' });
  });
});

describe('who is away', () => {
  it('stands with all that waits with them, until it is given to others', async () => {
    expect((await cloud.ok(MANAGER, 'cases.absent', { orgId: 'cm-xinmin' })).agents).toEqual([]);
    const caseId = await make.awaiting_resident();
    await cloud.ok(AGENT, 'roster.leave', { from: '2026-11-23', to: '2026-11-25', why: '病假' });
    for (const [person, orgId] of [
      [MANAGER, 'cm-xinmin'],
      [STREET, 'st-longhua'],
      ['ad-ds-1', 'ds-tiefeng'],
    ] as const)
      expect((await cloud.ok(person, 'cases.absent', { orgId })).agents).toMatchObject([
        { agentId: AGENT, until: '2026-11-25', cases: [{ caseId, state: 'awaiting_resident' }] },
      ]);
    expect((await cloud.ok('ad-cm-2', 'cases.absent', { orgId: 'cm-zhongdong' })).agents).toEqual([]);
    expect(await cloud.call('ad-cm-2', 'cases.absent', { orgId: 'cm-xinmin' })).toMatchObject({
      code: 'UNIT_NOT_YOURS',
    });
    await another(caseId);
    expect((await cloud.ok(MANAGER, 'cases.absent', { orgId: 'cm-xinmin' })).agents).toEqual([]);
  });
});
