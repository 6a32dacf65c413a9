import * as v from 'valibot';
import type { ActionName, Input } from '../../contract/actions';
import { VISIT_TRIES } from '../../contract/brakes';
import { rosterEntry } from '../../contract/models';
import { dayOf, instantOf } from '../../contract/time';
import { type TestCloud, startTestCloud } from '../support/cloud';
import { point } from '../support/photo';
import { upload } from '../support/upload';
import { STREET } from './finished';

/** 上门: an hour agreed on, moved, called off, not kept, and begun with what the resident reads out. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const tuesday = '2026-11-24';
const at = (time: string, day = tuesday) => instantOf(day, time);
const wish = {
  serviceCode: 'disability-certificate',
  mode: 'home-visit',
  note: '想办残疾证',
  phone: '13900000000',
  address: '灯塔院12号楼',
} as const;
const view = async (person: string, caseId: string) =>
  (await cloud.ok(person, 'cases.detail', { caseId })).case;
const told = async (person: string) =>
  (await cloud.ok(person, 'account.inbox', {})).notices.map(({ title }) => title);

/** A visit on Tuesday at nine, with an agent who said yes. */
async function visit(appointment?: string) {
  const { caseId } = await cloud.ok('rs-01', 'cases.submit', {
    ...wish,
    ...(appointment && { appointment }),
  });
  const agent = (await view('rs-01', caseId)).assignment?.agentId ?? '';
  await cloud.ok(agent, 'cases.accept', { caseId });
  return { caseId, agent };
}
const nine = `${tuesday}T09:00`;

/** Everything that an agent can ask, as text. */
async function allOf(agent: string, caseId: string): Promise<string> {
  const asked: [ActionName, object][] = [
    ['cases.detail', { caseId }],
    ['cases.queue', {}],
    ['cases.day', {}],
    ['cases.pool', {}],
    ['cases.calls', {}],
    ['cases.told', { caseId }],
    ['account.inbox', {}],
    ['account.session', {}],
    ['roster.today', {}],
  ];
  const replies = await Promise.all(
    asked.map(([name, input]) => cloud.call(agent, name, input as Input<typeof name>)),
  );
  return JSON.stringify(replies);
}

describe('the digits at the door', () => {
  it('are the resident’s alone, and begin the visit', async () => {
    const { caseId, agent } = await visit(nine);
    const { code = '' } = (await view('rs-01', caseId)).visit ?? {};
    expect(code).toMatch(/^\d{4}$/);
    expect((await view('ad-cm-1', caseId)).visit?.code).toBeUndefined();
    expect(await allOf(agent, caseId)).not.toMatch(/"code":"\d/);
    await cloud.setClock(at('08:55'));
    await cloud.ok(agent, 'cases.arrive', { caseId, code, at: at('09:00') });
    expect((await view('rs-01', caseId)).visit).toMatchObject({ begunAt: at('08:55') });
    expect(await told('rs-01')).toContain('代办员到了');
    expect(await cloud.call(agent, 'cases.arrive', { caseId, code, at: at('09:00') })).toMatchObject({
      code: 'VISIT_BEGUN',
    });
  });

  it('guessed five times are dead, the manager hears of it, and the right ones do not help', async () => {
    const { caseId, agent } = await visit(nine);
    const { code = '' } = (await view('rs-01', caseId)).visit ?? {};
    const wrong = code === '0000' ? '1111' : '0000';
    await cloud.setClock(at('09:00'));
    const guess = (digits: string, id?: string) =>
      cloud.call(agent, 'cases.arrive', { caseId, code: digits, at: at('09:00') }, id);
    expect(await guess(wrong, 'once')).toMatchObject({ fields: { code: '数字不对，还能试4次。' } });
    // A lost answer that is asked for again is no second try.
    expect(await guess(wrong, 'once')).toMatchObject({ fields: { code: '数字不对，还能试4次。' } });
    for (let left = VISIT_TRIES - 2; left > 0; left -= 1)
      expect(await guess(wrong)).toMatchObject({ code: 'CODE_WRONG' });
    expect(await told('ad-cm-1')).not.toContain('上门数字错了五次');
    expect(await guess(wrong)).toMatchObject({ code: 'CODE_DEAD' });
    expect(await guess(code)).toMatchObject({ code: 'CODE_DEAD' });
    expect(await told('ad-cm-1')).toContain('上门数字错了五次');
    // The agent's own new hour gives no new tries; the resident's does, with other digits or the same by chance.
    await cloud.ok(agent, 'cases.book', { caseId, appointment: `${tuesday}T10:00` });
    expect((await view(agent, caseId)).visit?.triesLeft).toBe(0);
    await cloud.ok('rs-01', 'cases.book', { caseId, appointment: `${tuesday}T14:00` });
    expect((await view(agent, caseId)).visit?.triesLeft).toBe(VISIT_TRIES);
  });

  it('twenty guesses at once are five tries', async () => {
    const { caseId, agent } = await visit(nine);
    const { code = '' } = (await view('rs-01', caseId)).visit ?? {};
    await cloud.setClock(at('09:00'));
    const guesses = Array.from({ length: 20 }, (_, i) =>
      String((Number(code) + 1 + i) % 10_000).padStart(4, '0'),
    );
    const replies = await Promise.all(
      guesses.map((digits) => cloud.call(agent, 'cases.arrive', { caseId, code: digits, at: at('09:00') })),
    );
    expect(replies.filter((reply) => reply.ok)).toEqual([]);
    expect((await view('rs-01', caseId)).visit).toMatchObject({ triesLeft: expect.any(Number) as number });
    const tries = (await view('ad-cm-1', caseId)).events.filter((event) => event.do === 'misread');
    expect(tries.length).toBeLessThanOrEqual(VISIT_TRIES);
  });

  it('are read to who has no WeChat by the manager, never by way of the agent', async () => {
    const { caseId } = await cloud.ok('ag-01', 'cases.intake', {
      ...wish,
      channel: 'phone',
      name: '钱无机',
      appointment: nine,
    });
    const agent = (await view('ad-cm-1', caseId)).assignment?.agentId ?? '';
    await cloud.ok(agent, 'cases.accept', { caseId });
    expect((await view('ad-cm-1', caseId)).visit?.code).toMatch(/^\d{4}$/);
    expect(await told('ad-cm-1')).toContain('请打电话告诉居民上门数字');
    await cloud.timer('notify');
    expect(await allOf(agent, caseId)).not.toMatch(/"code":"\d/);
    expect(await allOf('ag-01', caseId)).not.toMatch(/"code":"\d/);
  });
});

describe('the hour', () => {
  it('is agreed on by the agent after a call, and the resident hears of it', async () => {
    const { caseId, agent } = await visit();
    expect((await view('rs-01', caseId)).visit).toBeUndefined();
    await cloud.ok(agent, 'cases.book', { caseId, appointment: nine });
    expect((await view('rs-01', caseId)).visit).toMatchObject({ at: at('09:00'), isAtDoor: true });
    expect(await told('rs-01')).toContain('约好时间了');
  });

  it.each([
    ['2027-01-01T09:00', 'APPOINTMENT_CLOSED', '2027年1月1日 周五元旦放假，请换一天。'],
    ['2026-11-22T09:00', 'APPOINTMENT_PAST', '这个时间已经过了，请选以后的时间。'],
    [`${tuesday}T12:00`, 'APPOINTMENT_CLOSED', '那天能约9:00、10:00、14:00、15:00、16:00，请选一个。'],
  ])('is not moved to %s', async (appointment, code, sentence) => {
    const { caseId } = await visit(nine);
    expect(await cloud.call('rs-01', 'cases.book', { caseId, appointment })).toMatchObject({
      code,
      fields: { appointment: sentence },
    });
    expect((await view('rs-01', caseId)).visit?.at).toBe(at('09:00'));
  });

  it('is not moved to one at which the agent has another; the shown ones can all be had', async () => {
    const { caseId, agent } = await visit(nine);
    const other = (await cloud.ok('rs-02', 'cases.submit', { ...wish, appointment: `${tuesday}T10:00` }))
      .caseId;
    if ((await view('rs-02', other)).assignment?.agentId !== agent)
      await cloud.ok('ad-st-1', 'cases.assign', { caseId: other, agentId: agent });
    expect(
      await cloud.call('rs-01', 'cases.book', { caseId, appointment: `${tuesday}T10:00` }),
    ).toMatchObject({
      code: 'SLOT_GONE',
    });
    const { days } = await cloud.ok('rs-01', 'cases.slots', {
      orgId: 'cm-xinmin',
      serviceCode: wish.serviceCode,
      mode: 'home-visit',
      agentId: agent,
    });
    const shown = days.find(({ day }) => day === tuesday)?.slots.map((slot) => slot.at);
    expect(shown).toEqual([at('14:00'), at('15:00'), at('16:00')]);
    await cloud.ok('rs-01', 'cases.book', { caseId, appointment: `${tuesday}T16:00` });
    expect(await told(agent)).toContain('约好时间了');
  });

  it('moved while the agent is at the door is said there', async () => {
    const { caseId, agent } = await visit(nine);
    await cloud.setClock(at('09:00'));
    await cloud.ok('rs-01', 'cases.book', { caseId, appointment: `${tuesday}T14:00` });
    const { code = '' } = (await view('rs-01', caseId)).visit ?? {};
    expect(await cloud.call(agent, 'cases.arrive', { caseId, code, at: at('09:00') })).toMatchObject({
      code: 'VISIT_MOVED',
      fields: { at: expect.stringContaining('14:00') as string },
    });
    await cloud.ok(agent, 'cases.arrive', { caseId, code, at: at('14:00') });
  });

  it.each([
    ['rs-01', 'agent'],
    ['agent', 'rs-01'],
  ])('called off by %s is given back and told to %s', async (by, to) => {
    const { caseId, agent } = await visit(nine);
    const who = (name: string) => (name === 'agent' ? agent : name);
    await cloud.ok(who(by), 'cases.callOff', { caseId });
    expect((await view('rs-01', caseId)).visit).toBeUndefined();
    expect(await told(who(to))).toContain('约的时间取消了');
    expect(await cloud.call(who(by), 'cases.callOff', { caseId })).toMatchObject({ code: 'NO_VISIT' });
    expect((await cloud.ok(agent, 'cases.day', {})).visits).toEqual([]);
  });

  it('past the promise takes it along where the resident chose it, and not where the office did', async () => {
    const { caseId, agent } = await visit(nine);
    const { dueAt } = await view('rs-01', caseId);
    // A working day after the promise.
    const far = '2027-01-20T09:00';
    await cloud.ok(agent, 'cases.book', { caseId, appointment: far });
    const { dueAt: same, extended } = await view('rs-01', caseId);
    expect([same, extended]).toEqual([dueAt, undefined]);
    const texts = async () => (await view('rs-01', caseId)).events.map(({ text }) => text);
    expect(await texts()).toContainEqual(expect.stringMatching(/9:00，说好的.*不变$/));
    await cloud.ok('rs-01', 'cases.book', { caseId, appointment: far });
    const moved = await view(agent, caseId);
    expect(dayOf(moved.dueAt)).toBe('2027-01-20');
    expect(moved).toMatchObject({
      extended: { hourAt: at('09:00', '2027-01-20'), from: dueAt },
    });
    expect(await texts()).toContainEqual(expect.stringMatching(/9:00，办完的日子跟着改到/));
    await cloud.ok('rs-01', 'cases.book', { caseId, appointment: `${tuesday}T14:00` });
    const back = await view('rs-01', caseId);
    expect([back.dueAt, back.extended]).toEqual([dueAt, undefined]);
  });

  it('that nobody kept is said by the one who waited, not before it has come', async () => {
    const { caseId, agent } = await visit(nine);
    expect(await cloud.call(agent, 'cases.miss', { caseId })).toMatchObject({ code: 'VISIT_EARLY' });
    await cloud.setClock(at('09:10'));
    await cloud.ok(agent, 'cases.miss', { caseId });
    expect(await told('rs-01')).toContain('代办员来过，没遇到您');
    await cloud.ok('rs-01', 'cases.book', { caseId, appointment: `${tuesday}T10:00` });
    await cloud.setClock(at('10:30'));
    await cloud.ok('rs-01', 'cases.miss', { caseId });
    expect(await told(agent)).toContain('居民说您没有来');
    expect(await told('ad-cm-1')).toContain('居民没等到代办员');
  });
});

it('two go to the door where the item or a note says so: who goes along has the hour taken, sees the door that day, and is told', async () => {
  // A community says so of an item, before anybody has asked for it.
  const both = { code: 'disability-subsidies', orgId: 'cm-xinmin', own: { pair: 'two' } } as const;
  await cloud.ok('ad-cm-1', 'catalog.offer', both);
  const { caseId, agent } = await visit(nine);
  const other = agent === 'ag-01' ? 'ag-04' : 'ag-01';
  const place = { orgId: 'cm-xinmin', mode: 'home-visit' } as const;
  const leftAt = async (hour: number, serviceCode: string = wish.serviceCode) =>
    (await cloud.ok('rs-03', 'cases.slots', { ...place, serviceCode })).days
      .find(({ day }) => day === tuesday)
      ?.slots.find((slot) => slot.at === hour)?.left ?? 0;
  const bring = (agentId?: string, who = agent) => cloud.call(who, 'cases.bring', { caseId, agentId });
  expect(await leftAt(at('09:00'))).toBe(1);
  await cloud.ok(agent, 'cases.pair', { caseId, why: '上次有过争执' });
  // Why is between those who work; that two come the resident reads.
  expect(JSON.stringify(await view('rs-01', caseId))).not.toContain('争执');
  expect(await view('rs-01', caseId)).toMatchObject({ pair: {} });
  expect(await bring(agent)).toMatchObject({ code: 'AGENT_CANNOT' });
  expect(await bring('ag-07')).toMatchObject({ code: 'AGENT_CANNOT' });
  const { candidates } = await cloud.ok(agent, 'cases.candidates', { caseId, along: true });
  expect(candidates.find(({ agentId }) => agentId === other)?.barred).toBeUndefined();
  expect(await bring(other)).toMatchObject({ ok: true });
  expect(await leftAt(at('09:00'))).toBe(0);
  expect(await told(other)).toContain('请您一起上门');
  expect(await told('rs-01')).toContain('来的是两位代办员');
  expect((await view('rs-01', caseId)).companion?.id).toBe(other);
  expect(await view(other, caseId)).toMatchObject({ parts: ['companion'] });
  expect(JSON.stringify(await view(other, caseId))).not.toMatch(/灯塔院|13900000000/);
  // Another hour needs another yes; and the one who was to come hears that they need not.
  await cloud.ok('rs-01', 'cases.book', { caseId, appointment: `${tuesday}T10:00` });
  expect(await told(other)).toContain('不用一起上门了');
  for (const one of [agent, 'ad-cm-1']) expect(await told(one)).toContain('一起上门的人要再定');
  expect(await leftAt(at('09:00'))).toBe(2);
  await cloud.ok(agent, 'cases.bring', { caseId, agentId: other });
  await cloud.ok(other, 'cases.bring', { caseId });
  expect(await told(agent)).toContain('一起上门的人');
  // Who takes that day off, or works here no more, does not go; who plans the visit chooses another.
  const gone = async () => {
    const { pair, companion, events } = await view(agent, caseId);
    return [pair, companion, events.at(-1)?.says, await leftAt(at('10:00'))];
  };
  const { name: whom } = (await cloud.ok(other, 'account.session', {})).person;
  const asks = [{}, undefined, `${whom}那天去不了，同行的人另定`, 1];
  await cloud.ok(agent, 'cases.bring', { caseId, agentId: other });
  expect(await leftAt(at('10:00'))).toBe(0);
  await cloud.ok(other, 'roster.leave', { from: '2026-11-25', to: '2026-11-25', why: '事假' });
  expect((await gone())[1]).toMatchObject({ id: other });
  await cloud.ok(other, 'roster.leave', { from: tuesday, to: tuesday, why: '事假' });
  expect(await gone()).toEqual([asks[0], asks[1], asks[2], 0]);
  expect(await told('ad-cm-1')).toContain('一起上门的人去不了');
  expect((await told(agent)).filter((title) => title === '一起上门的人')).toHaveLength(2);
  expect(await bring(other)).toMatchObject({ code: 'AGENT_CANNOT' });
  await cloud.ok(other, 'roster.endLeave', { from: tuesday });
  // Their photo is theirs while they do not work, and nobody is shown it.
  const theirs = await upload(cloud, other, `faces/${other}/me.png`, point);
  await cloud.ok(other, 'roster.face', { photo: theirs });
  expect(await bring(other)).toMatchObject({ ok: true });
  const seen = async () =>
    (await cloud.ok('rs-01', 'cases.visitors', { caseId })).visitors.map(({ id }) => id);
  expect(await seen()).toEqual([other]);
  const { agents } = await cloud.ok(STREET, 'roster.list', { orgId: 'cm-zhongdong' });
  const [cover = ''] = agents.flatMap(({ id }) => (id === other ? [] : id));
  const sets = async (agentId: string, over: { active: boolean } | { gridIds: string[] }) => {
    const entry = v.parse(
      v.object(rosterEntry.entries),
      agents.find(({ id }) => id === agentId),
    );
    await cloud.ok(STREET, 'roster.set', { agentId, ...entry, ...over });
  };
  await sets(cover, { gridIds: [...new Set(agents.flatMap(({ gridIds }) => gridIds))] });
  await sets(other, { active: false });
  expect(await gone()).toEqual([asks[0], asks[1], asks[2], 0]);
  expect(await seen()).toEqual([]);
  expect((await cloud.ok(other, 'roster.today', {})).photo).toBe(theirs);
  await sets(other, { active: true });
  const { code = '' } = (await view('rs-01', caseId)).visit ?? {};
  await cloud.setClock(at('10:00'));
  const arrive = () => cloud.call(agent, 'cases.arrive', { caseId, code, at: at('10:00') });
  expect(await arrive()).toMatchObject({ code: 'PAIR_ALONE' });
  await cloud.ok('ad-cm-1', 'cases.bring', { caseId, agentId: other });
  // The photos of who comes, for whom they open the door to alone, while the visit stands.
  const photo = await upload(cloud, agent, `faces/${agent}/me.png`, point);
  await cloud.ok(agent, 'roster.face', { photo });
  const faces = async () => (await cloud.ok('rs-01', 'cases.visitors', { caseId })).visitors;
  expect((await seen()).sort()).toEqual([agent, other].sort());
  expect(await faces()).toContainEqual({ id: agent, url: expect.any(String) as string });
  expect(await cloud.call('rs-02', 'cases.visitors', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
  expect((await cloud.ok(agent, 'roster.today', {})).photo).toBe(photo);
  expect((await view(other, caseId)).contact).toMatchObject({ address: wish.address, phone: '139****0000' });
  expect(await allOf(other, caseId)).not.toMatch(/"code":"\d/);
  expect((await cloud.ok(other, 'cases.day', {})).visits).toMatchObject([
    { caseId, place: wish.address, pair: { name: expect.any(String) as string } },
  ]);
  expect(await arrive()).toMatchObject({ ok: true });
  await cloud.ok(agent, 'cases.complete', { caseId, result: '办好了' });
  expect(await cloud.call(other, 'cases.detail', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
  expect(await faces()).toEqual([]);
  // Of the other item hours are shown where two are free, and its cases begin so.
  expect(await leftAt(at('14:00'), both.code)).toBe(1);
  const ofItem = { ...wish, serviceCode: both.code, appointment: `${tuesday}T14:00` };
  const asked = await cloud.ok('rs-02', 'cases.submit', ofItem);
  expect((await view('rs-02', asked.caseId)).pair).toEqual({});
  await cloud.ok('ad-cm-1', 'cases.unpair', { caseId: asked.caseId, why: '只送一张表' });
  expect((await view('rs-02', asked.caseId)).pair).toBeUndefined();
});

it('the agent’s day goes by hour, then by building, with whom to call', async () => {
  await cloud.ok('ag-04', 'roster.leave', { from: tuesday, to: tuesday, why: '事假' });
  for (const [who, time] of [
    ['rs-01', '14:00'],
    ['rs-02', '09:00'],
  ] as const) {
    const { caseId } = await cloud.ok(who, 'cases.submit', { ...wish, appointment: `${tuesday}T${time}` });
    await cloud.ok('ag-01', 'cases.accept', { caseId });
  }
  await cloud.setClock(at('08:00'));
  const { visits } = await cloud.ok('ag-01', 'cases.day', {});
  expect(visits.map((one) => [one.appointmentAt, one.phone])).toEqual([
    [at('09:00'), '13900000000'],
    [at('14:00'), '13900000000'],
  ]);
});
