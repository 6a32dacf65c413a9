import { demoDocuments } from '../../demo/documents';
import type { Call } from '../../localcloud/server';
import { type TestCloud, MONDAY, freshId, startTestCloud } from '../support/cloud';
import { itemOf, opened, personDoc } from '../support/world';
import { finish } from './finished';

/** Double taps, lost replies and races: a write done twice is done once, and two hands never hold one case. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const request = { serviceCode: 'disability-certificate', mode: 'home-visit', note: '想办残疾证' } as const;
const together = <T>(count: number, run: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, i) => run(i)));

it('gives the same answer and one case for the same requestId, one after the other', async () => {
  const id = freshId();
  const first = await cloud.ok('rs-01', 'cases.submit', request, id);
  await cloud.ok('ag-01', 'cases.accept', { caseId: first.caseId });
  expect(await cloud.ok('rs-01', 'cases.submit', request, id)).toEqual(first);
  expect((await cloud.ok('rs-01', 'cases.mine', {})).cases).toHaveLength(1);
});

it('gives the same answer and one case for the same requestId, sixteen at once', async () => {
  const id = freshId();
  const answers = await together(16, () => cloud.ok('rs-01', 'cases.submit', request, id));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect((await cloud.ok('rs-01', 'cases.mine', {})).cases).toHaveLength(1);
});

it('adds words once, also where the case that they were added to has ended before they are sent again', async () => {
  const { caseId } = await cloud.ok('rs-01', 'cases.submit', request);
  const id = freshId();
  const more = { ...request, note: '还要一把轮椅' };
  const first = await cloud.ok('rs-01', 'cases.submit', more, id);
  await cloud.ok('rs-01', 'cases.cancel', { caseId });
  expect(await cloud.ok('rs-01', 'cases.submit', more, id)).toEqual(first);
  expect((await cloud.ok('rs-01', 'cases.mine', {})).cases).toHaveLength(1);
});

it('opens a new case each time the one before has ended, also within one instant', async () => {
  const ids = new Set<string>();
  for (let i = 0; i < 8; i += 1) {
    const { caseId, existing } = await cloud.ok('rs-01', 'cases.submit', request);
    expect(existing).toBe(false);
    ids.add(caseId);
    await cloud.ok('rs-01', 'cases.cancel', { caseId });
  }
  expect(ids.size).toBe(8);
});

it('shows the open case instead of making a second one, in sixteen tabs at once', async () => {
  const answers = await together(16, () => cloud.ok('rs-01', 'cases.submit', request));
  expect(new Set(answers.map((answer) => answer.caseId)).size).toBe(1);
  expect(answers.filter((answer) => !answer.existing)).toHaveLength(1);
});

it('repeats each step without doing it twice', async () => {
  const { caseId } = await cloud.ok('rs-01', 'cases.submit', request);
  const twice = async (
    person: string,
    name: 'cases.accept' | 'cases.ask' | 'cases.supply' | 'cases.complete',
    input: object,
  ) => {
    const id = freshId();
    const run = () => cloud.ok(person, name, { caseId, ...input } as never, id);
    const first = await run();
    expect(await run()).toEqual(first);
  };
  await twice('ag-01', 'cases.accept', {});
  await twice('ag-01', 'cases.ask', { text: '户口簿' });
  await twice('rs-01', 'cases.supply', { text: '给' });
  await twice('ag-01', 'cases.complete', { result: '好了' });
  const id = freshId();
  const rating = { caseId, level: 'satisfied' } as const;
  expect(await cloud.ok('rs-01', 'reviews.submit', rating, id)).toEqual(
    await cloud.ok('rs-01', 'reviews.submit', rating, id),
  );
  const { case: view } = await cloud.ok('rs-01', 'cases.detail', { caseId });
  expect(view.events.map((event) => event.do)).toEqual([
    'submit',
    'offer',
    'accept',
    'ask',
    'supply',
    'complete',
    'review',
  ]);
});

it('repeats a decline, and answers the first agent as before while the second has it', async () => {
  const { caseId } = await cloud.ok('rs-01', 'cases.submit', request);
  const id = freshId();
  const decline = () => cloud.ok('ag-01', 'cases.decline', { caseId, reason: '离得太远' }, id);
  const first = await decline();
  await cloud.ok('ag-04', 'cases.accept', { caseId });
  expect(await decline()).toEqual(first);
  expect((await cloud.ok('ag-04', 'cases.queue', {})).cases).toMatchObject([
    { caseId, state: 'in_progress' },
  ]);
});

it('refuses a requestId that was used for another step', async () => {
  const { caseId } = await cloud.ok('rs-01', 'cases.submit', request);
  const id = freshId();
  await cloud.ok('ag-01', 'cases.accept', { caseId }, id);
  expect(await cloud.call('ag-01', 'cases.complete', { caseId, result: '好了' }, id)).toMatchObject({
    code: 'REQUEST_REUSED',
  });
});

describe('a requestId that comes with something else is refused, and writes nothing', () => {
  const reused = { ok: false, code: 'REQUEST_REUSED', fields: { requestId: expect.any(String) as string } };

  it.each<[string, object]>([
    ['another note', { note: '不办残疾证了' }],
    ['another way', { mode: 'counter' }],
    ['another item', { serviceCode: 'temporary-relief', mode: 'counter' }],
  ])('a request with %s', async (_, over) => {
    const id = freshId();
    const first = await cloud.ok('rs-01', 'cases.submit', request, id);
    expect(await cloud.call('rs-01', 'cases.submit', { ...request, ...over }, id)).toMatchObject(reused);
    expect(await cloud.ok('rs-01', 'cases.submit', request, id)).toEqual(first);
    expect((await cloud.ok('rs-01', 'cases.mine', {})).cases).toHaveLength(1);
  });

  it('one request for two items at the same time: one of them is made', async () => {
    const id = freshId();
    const items = ['disability-certificate', 'temporary-relief', 'minimum-living-allowance'];
    const replies = await Promise.all(
      items.map((serviceCode) =>
        cloud.call('rs-01', 'cases.submit', { ...request, mode: 'counter', serviceCode }, id),
      ),
    );
    expect(replies.map((reply) => (reply.ok ? 'OK' : reply.code)).sort()).toEqual([
      'OK',
      'REQUEST_REUSED',
      'REQUEST_REUSED',
    ]);
    expect((await cloud.ok('rs-01', 'cases.mine', {})).cases).toHaveLength(1);
  });

  it('one intake for two people', async () => {
    const id = freshId();
    const wish = { ...request, channel: 'phone', phone: '13900000001', address: '灯塔院12号楼' } as const;
    await cloud.ok('ag-01', 'cases.intake', { ...wish, name: '钱二示' }, id);
    const other = { ...wish, name: '孙三示', phone: '13900000002' };
    expect(await cloud.call('ag-01', 'cases.intake', other, id)).toMatchObject(reused);
  });

  it('but the same id of another person is that person’s own', async () => {
    const id = freshId();
    const first = await cloud.ok('rs-01', 'cases.submit', request, id);
    const second = await cloud.ok('rs-02', 'cases.submit', request, id);
    expect(second.caseId).not.toBe(first.caseId);
  });

  it('a step with other words, a rating with another level, a file of another table', async () => {
    const { caseId } = await cloud.ok('rs-01', 'cases.submit', request);
    await cloud.ok('ag-01', 'cases.accept', { caseId });
    const id = freshId();
    await cloud.ok('ag-01', 'cases.ask', { caseId, text: '户口簿' }, id);
    expect(await cloud.call('ag-01', 'cases.ask', { caseId, text: '身份证' }, id)).toMatchObject(reused);
    await cloud.ok('rs-01', 'cases.supply', { caseId, text: '给' });
    await cloud.ok('ag-01', 'cases.complete', { caseId, result: '好了' });
    await cloud.ok('rs-01', 'reviews.submit', { caseId, level: 'satisfied' }, id);
    expect(
      await cloud.call('rs-01', 'reviews.submit', { caseId, level: 'very-dissatisfied' }, id),
    ).toMatchObject(reused);
    await cloud.ok('rs-01', 'reviews.add', { caseId, text: '又快又好' }, id);
    expect(await cloud.call('rs-01', 'reviews.add', { caseId, text: '不好' }, id)).toMatchObject(reused);
    const file = { orgId: 'cm-xinmin', table: 'cases', format: 'csv' } as const;
    await cloud.ok('ad-cm-1', 'metrics.export', file, id);
    expect(await cloud.call('ad-cm-1', 'metrics.export', { ...file, format: 'xlsx' }, id)).toMatchObject(
      reused,
    );
  });
});

it('numbers a case by its day, with one digit more where the number is taken, and asks the database nothing more for it', async () => {
  const demo = demoDocuments();
  const of = (serviceCode: string) => ({ serviceCode, mode: 'counter', note: '求助' }) as const;
  const [relief, allowance] = [of('temporary-relief'), of('minimum-living-allowance')];
  const residents = (demo.people ?? []).flatMap(({ _id }) => (_id.startsWith('rs-') ? _id : []));
  const number = (resident: string, { serviceCode }: { serviceCode: string }, draw: number) => {
    const { no } = opened({ resident: personDoc(resident, 'resident'), item: itemOf(serviceCode), draw });
    return { ...opened({ resident: personDoc(`other-of-${no}`, 'resident') }), no, state: 'cancelled' };
  };
  const others = [
    ...residents.map((resident) => number(resident, relief, 0)),
    ...[0, 1].map((draw) => number('rs-01', allowance, draw)),
  ];
  const crowded = await startTestCloud({ seed: { ...demo, cases: others } });
  const atOnce = await together(residents.length, (i) =>
    crowded.ok(residents[i] ?? '', 'cases.submit', relief),
  );
  // What an instance remembers of their grid has been read when they ask once more.
  const free = await crowded.ok('rs-01', 'cases.submit', request);
  const alone = await crowded.ok('rs-01', 'cases.submit', allowance);
  const calls = await crowded.local<Call[]>('calls');
  await crowded.close();
  expect(others.at(0)?.no).toMatch(/^261123\d{4}$/);
  for (const { no } of atOnce) expect(no).toMatch(/^261123\d{5}$/);
  expect(alone.no).toMatch(/^261123\d{6}$/);
  expect(free.no).toMatch(/^261123\d{4}$/);
  for (const call of calls) expect(call).toMatchObject({ begins: 1, aborts: 0, writes: 3 });
  // And one read to know who asks (docs/decisions/0003).
  expect(calls.at(-1)).toMatchObject({ reads: 1 + 3, writes: 3 });
});

it('lets one of two agents accept and tells the other', async () => {
  const { caseId } = await cloud.ok('rs-01', 'cases.submit', request);
  const replies = await Promise.all(
    ['ag-01', 'ag-04'].map((agent) => cloud.call(agent, 'cases.accept', { caseId })),
  );
  expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
  expect(replies.find((reply) => !reply.ok)).toMatchObject({
    code: 'CASE_TAKEN',
    message: '该办件已由他人接单，请返回列表刷新。',
  });
});

it('lets one of an acceptance and a cancellation win, and the case is whole either way', async () => {
  const { caseId } = await cloud.ok('rs-01', 'cases.submit', request);
  const [accepted, cancelled] = await Promise.all([
    cloud.call('ag-01', 'cases.accept', { caseId }),
    cloud.call('rs-01', 'cases.cancel', { caseId }),
  ]);
  expect(cancelled.ok).toBe(true);
  const { case: view } = await cloud.ok('rs-01', 'cases.detail', { caseId });
  expect(view.state).toBe('cancelled');
  expect(view.events.map((event) => event.do)).toEqual([
    'submit',
    'offer',
    ...(accepted.ok ? ['accept'] : []),
    'cancel',
  ]);
});

it('never gives two cases one slot: twelve residents at once, capacities exact', async () => {
  // 社会救助 is handled by one agent in each street: ag-01 and ag-04 in 龙华, ag-08 in 东湖 with a capacity of 5.
  const residents = Array.from({ length: 12 }, (_, i) => `rs-${String(i + 1).padStart(2, '0')}`);
  const items = ['minimum-living-allowance', 'temporary-relief'] as const;
  const answers = await Promise.all(
    residents.flatMap((resident) =>
      items.map((serviceCode) =>
        cloud.ok(resident, 'cases.submit', { serviceCode, mode: 'counter', note: '求助' }),
      ),
    ),
  );
  await cloud.timer('sweep');
  const queues = await Promise.all(
    ['ag-01', 'ag-04', 'ag-08'].map(
      async (agent) => (await cloud.ok(agent, 'cases.queue', {})).offers.length,
    ),
  );
  // 龙华: 14 requests for 8 + 7 slots of this Monday; 东湖: 10 for 5 slots on Monday and 5 on Tuesday.
  expect(queues.reduce((total, length) => total + length, 0)).toBe(24);
  expect(queues[0]).toBeLessThanOrEqual(8);
  expect(queues[1]).toBeLessThanOrEqual(7);
  expect(queues[2]).toBe(10);
  expect(new Set(answers.map((answer) => answer.no)).size).toBe(24);
});

it('takes one rating of eight taps at once, and says to the others that it has it', async () => {
  const caseId = await finish(cloud, 'rs-01');
  const taps = await together(8, () =>
    cloud.call('rs-01', 'reviews.submit', { caseId, level: 'satisfied', tags: [] }),
  );
  const codes = taps.map((reply) => (reply.ok ? 'OK' : reply.code)).sort();
  expect(codes).toEqual([...Array.from({ length: 7 }, () => 'ALREADY_REVIEWED'), 'OK']);
});

it('counts once for each of twelve who ask at once: one transaction each, and nothing tried again', async () => {
  await cloud.ok('rs-01', 'account.session', {});
  await fetch(`${cloud.url}/_local/calls`, { method: 'DELETE' });
  await together(12, (i) => {
    const resident = `rs-${String(i + 1).padStart(2, '0')}`;
    const wish = { serviceCode: 'temporary-relief', mode: 'counter', note: '求助' } as const;
    return cloud.ok(resident, 'cases.submit', wish, `at-once-${i}`);
  });
  const calls = await cloud.local<Call[]>('calls');
  expect(calls).toHaveLength(12);
  // The street's turn, the case, the agent's turn.
  for (const call of calls) expect(call).toMatchObject({ begins: 1, commits: 1, aborts: 0, writes: 3 });
});

it('takes a case also while the street’s turn does not come, and finds its agent within a minute', async () => {
  const crowd = (times: number) =>
    cloud.local('faults', {
      api: 'database.commitTransaction',
      errcode: 'DATABASE_TRANSACTION_CONFLICT',
      times,
    });
  await crowd(1000);
  const { caseId, state } = await cloud.ok('rs-01', 'cases.submit', request);
  expect(state).toBe('submitted');
  await crowd(0);
  await cloud.setClock(MONDAY + 60_000);
  expect(await cloud.timer('sweep')).toMatchObject({ offered: 1, failed: 0 });
  expect((await cloud.ok('rs-01', 'cases.detail', { caseId })).case.state).toBe('offered');
});

it('notifies once, however many run at the same time', async () => {
  await cloud.saysYes('rs-01', ['progress'], 3);
  await cloud.saysYes('ag-01', ['assignment'], 3);
  const { caseId } = await cloud.ok('rs-01', 'cases.submit', request);
  await cloud.ok('ag-01', 'cases.accept', { caseId });
  await together(4, () => cloud.timer('notify'));
  const messages = await cloud.local<unknown[]>('messages');
  expect(messages).toHaveLength(2);
});

it('keeps a message in the inbox when WeChat refuses it, and does not send it again', async () => {
  await cloud.saysYes('rs-01', ['progress'], 3);
  await cloud.saysYes('ag-01', ['assignment'], 3);
  const { caseId } = await cloud.ok('rs-01', 'cases.submit', request);
  await cloud.ok('ag-01', 'cases.accept', { caseId });
  await cloud.local('faults', { api: 'subscribeMessage.send', errcode: 43101, times: 2 });
  expect(await cloud.timer('notify')).toMatchObject({ inbox_only: 2, sent: 0 });
  expect(await cloud.timer('notify')).toMatchObject({ outboxes: 0, due: 0 });
  expect((await cloud.ok('rs-01', 'account.inbox', {})).notices).toHaveLength(2);
});
