import { type Action, type ActionName, contract } from '../../contract/actions';
import { instantOf } from '../../contract/time';
import { demoDocuments } from '../../demo/documents';
import { type TestCloud, freshId, startTestCloud } from '../support/cloud';
import { AGENT, MANAGER, STREET, finish, titlesOf, viewOf } from './finished';

/** What the rated agent can find out by everything that they may call: nothing of which review is whose. */
const residents = ['rs-01', 'rs-02', 'rs-03', 'rs-04', 'rs-01', 'rs-02'];
const ratings = [
  { level: 'very-satisfied', text: '很好' },
  { level: 'dissatisfied', tags: ['态度差'], text: '说话冲' },
  { level: 'satisfied' },
  { level: 'basically-satisfied', text: '慢了点' },
  { level: 'very-dissatisfied', text: '白跑三趟' },
] as const;
const clouds: TestCloud[] = [];
afterEach(async () => {
  await Promise.all(clouds.splice(0).map((cloud) => cloud.close()));
});

const post = async (cloud: TestCloud, person: string, name: string, input: unknown) => {
  const [fn = '', action] = name.split('.');
  const {
    requestId: _,
    at: __,
    ...reply
  } = await cloud.post(fn, { action, requestId: freshId(), input }, cloud.token(person));
  return reply;
};

/** Each action that an agent may read by, with the inputs worth a look. A new one has to be put here. */
function looks(cases: string[]): Partial<Record<ActionName, object[]>> {
  const each = cases.map((caseId) => ({ caseId }));
  return {
    'account.session': [{}],
    'account.inbox': [{}],
    'account.notices': [{}],
    'cases.day': [{}],
    'cases.bundle': [{ bundleId: 'none' }],
    'cases.detail': each,
    'cases.photos': each,
    'cases.pictures': each,
    'cases.proposal': each,
    'cases.told': each,
    // It draws the case's id and knows nothing else.
    'units.caseCode': [{ caseId: 'none' }],
    'cases.candidates': each,
    'cases.queue': [{}],
    'cases.pool': [{}],
    'cases.calls': [{}],
    'privacy.mine': [{}],
    'privacy.readers': [{}],
    'reviews.mine': [{}],
    'reviews.wall': [{}],
    'roster.today': [{}],
  };
}

/** Writes that a curious agent may try on a case that is over: they are refused alike. */
const tries: [ActionName, object][] = [
  ['cases.complete', { result: '好了' }],
  ['cases.terminate', { reason: '办不了' }],
  ['cases.reopen', { reason: '没办成' }],
  ['reviews.submit', { level: 'satisfied' }],
];

type World = { cloud: TestCloud; cases: string[]; order: number[] };

async function seenBy({ cloud, cases }: World, person: string, isTrying: boolean) {
  const seen: unknown[] = [];
  for (const [name, inputs] of Object.entries(looks(cases)))
    for (const input of inputs) seen.push([name, input, withoutIds(await post(cloud, person, name, input))]);
  if (isTrying)
    for (const [name, input] of tries)
      for (const caseId of cases) seen.push([name, await post(cloud, person, name, { caseId, ...input })]);
  return seen;
}

/** Ids of entries come from a salt that is drawn anew each time, and the order from the ids. */
function withoutIds(reply: unknown): unknown {
  const text = JSON.stringify(reply, (key, value: unknown) =>
    key === 'entries' && Array.isArray(value)
      ? value.map((entry: object) => JSON.stringify({ ...entry, id: '' })).sort()
      : value,
  );
  return JSON.parse(text);
}

it('looks at every action that an agent may read by', () => {
  const readable = Object.entries(contract).flatMap(([fn, actions]) =>
    Object.entries<Action>(actions).flatMap(([name, { roles, writes }]) =>
      !writes && roles.includes('agent') ? [`${fn}.${name}`] : [],
    ),
  );
  expect(Object.keys(looks([])).sort()).toEqual(readable.sort());
});

it('sees the same in two worlds that differ only in whose review is whose', async () => {
  const worlds: World[] = [];
  for (const order of [
    [0, 1, 2, 3, 4],
    [5, 3, 1, 4, 2],
  ]) {
    const cloud = await startTestCloud();
    clouds.push(cloud);
    const cases: string[] = [];
    for (const resident of residents) cases.push(await finish(cloud, resident));
    worlds.push({ cloud, cases, order });
  }
  const everywhere = async (act: (world: World) => Promise<unknown>, isTrying = false) => {
    const seen: unknown[] = [];
    for (const world of worlds) {
      await act(world);
      seen.push([await seenBy(world, AGENT, isTrying), await seenBy(world, 'ag-04', isTrying)]);
    }
    expect(seen[0]).toEqual(seen[1]);
  };
  const timersAt = (day: string, time: string) => async (world: World) => {
    await world.cloud.setClock(instantOf(day, time));
    await world.cloud.timer('sweep');
    await world.cloud.timer('notify');
  };
  const bad = ({ cases, order }: World) => cases[order[1] ?? 0] ?? '';

  await everywhere(timersAt('2026-11-23', '11:00'));
  for (const [k, rating] of ratings.entries())
    await everywhere(async ({ cloud, cases, order }) => {
      const i = order[k] ?? 0;
      await cloud.ok(residents[i] ?? '', 'reviews.submit', { ...rating, tags: [], caseId: cases[i] ?? '' });
    }, k === 1);
  await everywhere(timersAt('2026-11-24', '17:00'));
  await everywhere((world) => world.cloud.ok(STREET, 'cases.acknowledge', { caseId: bad(world) }));
  await everywhere((world) =>
    world.cloud.ok(MANAGER, 'cases.verify', { caseId: bad(world), isUpheld: true, findings: '属实' }),
  );
  await everywhere((world) => world.cloud.ok(MANAGER, 'cases.contact', { caseId: bad(world), why: '回访' }));
  await everywhere((world) =>
    world.cloud.ok(MANAGER, 'cases.mend', { caseId: bad(world), outcome: 'mended', text: '道歉了' }),
  );
  // The invitation goes to the resident who has not rated: another one in each world.
  await everywhere(timersAt('2026-11-26', '11:00'));
  await everywhere((world) =>
    world.cloud.ok(MANAGER, 'cases.phone', { caseId: bad(world), result: 'reached' }),
  );
  // Said of a case, not of a review: the same one in both.
  await everywhere(({ cloud, cases }) =>
    cloud.ok('rs-02', 'cases.reopen', { caseId: cases[1] ?? '', reason: '只办了一半' }),
  );
  await everywhere(({ cloud, cases }) =>
    cloud.ok(AGENT, 'cases.complete', { caseId: cases[1] ?? '', result: '这回办好了' }),
  );
  await everywhere(timersAt('2026-12-02', '10:00'), true);
  const [batch] = (await worlds[0]?.cloud.ok(AGENT, 'reviews.mine', {}))?.batches ?? [];
  expect(batch?.entries).toHaveLength(5);
});

describe('a manager who had the case in hand', () => {
  /** 白露澄 is an agent, too, and the only one. */
  const both = async () => {
    const seed = demoDocuments();
    const [model] = seed.agents?.filter((one) => one._id === AGENT) ?? [];
    const post = { role: 'agent', orgId: 'cm-xinmin', orgName: '新民社区', tier: 'community' };
    const people = (seed.people ?? []).map((one) =>
      one._id === MANAGER && Array.isArray(one.posts) ? { ...one, posts: [...one.posts, post] } : one,
    );
    const agents = [{ ...model, _id: MANAGER, name: '白露澄' }];
    const cloud = await startTestCloud({ seed: { ...seed, people, agents } });
    clouds.push(cloud);
    const { caseId } = await cloud.ok('rs-01', 'cases.submit', {
      serviceCode: 'disability-certificate',
      mode: 'counter',
      note: '想办残疾证',
    });
    await cloud.ok(MANAGER, 'cases.accept', { caseId });
    await cloud.ok(MANAGER, 'cases.complete', { caseId, result: '办好了' });
    return { cloud, caseId };
  };

  it('neither rates for the resident nor looks into the review, nor reads that there is one', async () => {
    const { cloud, caseId } = await both();
    expect(await post(cloud, MANAGER, 'reviews.submit', { caseId, level: 'satisfied' })).toMatchObject({
      code: 'OWN_CASE',
    });
    const rating = { caseId, level: 'dissatisfied', text: '不好' } as const;
    const { rectification } = await cloud.ok('rs-01', 'reviews.submit', rating);
    expect(rectification?.orgName).toBe('龙华街道');
    expect((await titlesOf(cloud, STREET))[0]).toBe('有差评要核实');
    for (const [name, input] of [
      ['cases.take', {}],
      ['cases.verify', { isUpheld: false, findings: '不属实' }],
    ] as const)
      expect(await post(cloud, MANAGER, name, { caseId, ...input })).toMatchObject({ code: 'OWN_CASE' });
    expect(await viewOf(cloud, MANAGER, caseId)).not.toHaveProperty('review');
    const board = await cloud.ok(MANAGER, 'cases.board', { orgId: 'cm-xinmin', heap: 'rectify' });
    expect(board).toMatchObject({ cases: [], counts: { rectify: 0 } });
    expect((await cloud.ok(MANAGER, 'reviews.scores', { orgId: 'cm-xinmin' })).bad).toEqual([]);
    await cloud.ok(STREET, 'cases.verify', { caseId, isUpheld: true, findings: '属实' });
  });

  it('does not call back about it', async () => {
    const { cloud } = await both();
    await cloud.setClock(instantOf('2026-12-01', '10:00'));
    await cloud.ok(STREET, 'reviews.draw', { orgId: 'cm-xinmin', period: '2026-11' });
    const list = async (person: string) =>
      (await cloud.ok(person, 'reviews.callbacks', { orgId: 'cm-xinmin' })).callbacks;
    expect(await list(MANAGER)).toEqual([]);
    const [one] = await list(STREET);
    const call = { callbackId: one?.id, result: 'reached' };
    expect(await post(cloud, MANAGER, 'reviews.recordCall', call)).toMatchObject({ code: 'OWN_CASE' });
    expect((await list(STREET))[0]).toEqual(one);
  });
});
