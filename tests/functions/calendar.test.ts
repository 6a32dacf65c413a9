import type { ActionName, Input } from '../../contract/actions';
import { addDays, instantOf } from '../../contract/time';
import { nameOf, offeredTo } from '../../cloudfunctions/domain/assignment/offer';
import { mustAdvance, system } from '../../cloudfunctions/domain/case/timeline';
import type { AgentDoc, CaseDoc, PersonDoc } from '../../cloudfunctions/domain/documents';
import { demoDocuments } from '../../demo/documents';
import { type TestCloud, startTestCloud } from '../support/cloud';
import { monday, officeHours, opened } from '../support/world';

/** Days that do not exist, days on which a community is closed, and hours that leave no working time. */
let cloud: TestCloud;
afterEach(() => cloud.close());

const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11));
const request = {
  serviceCode: 'disability-certificate',
  mode: 'home-visit',
  note: '想办残疾证',
  phone: '13900000000',
  address: '灯塔院12号楼',
} as const;
const noSuchDay = '没有这一天，请重新选一个日子。';

describe('a day that the calendar does not have', () => {
  beforeEach(async () => {
    cloud = await startTestCloud();
  });

  it.each<[person: string, name: ActionName, input: object, field: string]>([
    ['rs-01', 'cases.submit', { ...request, appointment: '2027-02-29T09:00' }, 'appointment'],
    [
      'ag-01',
      'cases.intake',
      { ...request, channel: 'phone', name: '赵一示', appointment: '2027-02-29T09:00' },
      'appointment',
    ],
    ['ag-01', 'roster.leave', { from: '2027-02-28', to: '2027-02-30', why: '年假' }, 'to'],
    ['ag-01', 'roster.endLeave', { from: '2027-02-30' }, 'from'],
    [
      'ad-cm-1',
      'roster.setHours',
      {
        orgId: 'cm-xinmin',
        hours: { ...officeHours, days: [{ day: '2027-02-30', open: [], why: '' }] },
      },
      'hours.days.0.day',
    ],
    ['ad-cm-1', 'metrics.overview', { orgId: 'cm-xinmin', from: '2026-02-30', to: '2026-03-02' }, 'from'],
    ['ad-cm-1', 'metrics.overview', { orgId: 'cm-xinmin', from: '2026-02-01', to: '3026-02-01' }, 'to'],
  ])('as %s in %s', async (person, name, input, field) => {
    const reply = await cloud.call(person, name, input as Input<typeof name>);
    expect(reply).toMatchObject({ ok: false, code: 'BAD_INPUT', fields: { [field]: noSuchDay } });
  });
});

describe('an appointment', () => {
  beforeEach(async () => {
    cloud = await startTestCloud();
  });

  it.each([
    ['2099-06-01T09:00', 'APPOINTMENT_TOO_FAR', '最远约到2027年2月21日 周日，请选早一点的日子。'],
    ['2026-11-29T09:00', 'APPOINTMENT_CLOSED', '11月29日 周日社区不开门，请换一天。'],
    ['2027-02-08T09:00', 'APPOINTMENT_CLOSED', '2027年2月8日 周一春节放假，请换一天。'],
    ['2026-11-24T12:00', 'APPOINTMENT_CLOSED', '那天能约9:00、10:00、14:00、15:00、16:00，请选一个。'],
  ])('at %s is refused by residents and staff alike', async (appointment, code, sentence) => {
    const refused = { ok: false, code, fields: { appointment: sentence } };
    expect(await cloud.call('rs-01', 'cases.submit', { ...request, appointment })).toMatchObject(refused);
    expect(
      await cloud.call('ag-01', 'cases.intake', {
        ...request,
        channel: 'phone',
        name: '赵一示',
        appointment,
      }),
    ).toMatchObject(refused);
    expect((await cloud.ok('rs-01', 'cases.mine', {})).cases).toEqual([]);
  });

  it('is had on a Saturday that has duty', async () => {
    // Of what the agent on duty knows how to do.
    const wish = { ...request, serviceCode: 'elderly-allowance', appointment: '2026-11-28T09:00' };
    await cloud.ok('rs-01', 'cases.submit', wish);
  });
});

describe('a holiday', () => {
  const asked = { ...request, serviceCode: 'temporary-relief', mode: 'counter' } as const;
  beforeEach(async () => {
    cloud = await startTestCloud();
    await cloud.setClock(at('2026-10-03T09:30'));
  });
  const onDuty = async () =>
    (await cloud.ok('ad-cm-1', 'roster.list', { orgId: 'cm-xinmin' })).agents
      .filter((one) => one.isOnDuty)
      .map((one) => one.id);

  it('is nobody’s day of duty, on its Saturday either, and the community is closed', async () => {
    expect(await onDuty()).toEqual([]);
    const { caseId } = await cloud.ok('rs-01', 'cases.submit', asked);
    const { case: view } = await cloud.ok('rs-01', 'cases.detail', { caseId });
    expect(view.afterHours?.nextAt).toBe(at('2026-10-08T08:30'));
    const { candidates } = await cloud.ok('ad-cm-1', 'cases.candidates', { caseId });
    expect(candidates.filter((one) => one.reason.includes('周六不当班'))).toEqual([]);
  });

  it('on which the community opens by its own hours is worked by those whose weekday it is', async () => {
    const days = [{ day: '2026-10-03', open: [['09:00', '12:00']], why: '国庆值班' }];
    await cloud.close();
    cloud = await startTestCloud({ seed: withHours({ ...officeHours, days }) });
    await cloud.setClock(at('2026-10-03T09:30'));
    expect(await onDuty()).toEqual(['ag-02']);
    const { caseId } = await cloud.ok('rs-01', 'cases.submit', asked);
    const { case: view } = await cloud.ok('rs-01', 'cases.detail', { caseId });
    expect(view.afterHours).toBeUndefined();
  });
});

it('tells the community’s hours as they are stored', async () => {
  cloud = await startTestCloud();
  const said = async () => (await cloud.ok('rs-01', 'account.session', {})).community?.hours;
  expect(await said()).toBe('工作日 8:30—11:30、13:30—17:00；周六 9:00—11:30');
});

describe('hours that leave no working time', () => {
  it('are not taken', async () => {
    cloud = await startTestCloud();
    const before = await cloud.ok('ad-cm-1', 'roster.hours', { orgId: 'cm-xinmin' });
    const set = (over: object) =>
      cloud.call('ad-cm-1', 'roster.setHours', { orgId: 'cm-xinmin', hours: { ...officeHours, ...over } });
    const shut = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, open: [] }));
    expect(await set({ shifted: shut })).toMatchObject({
      code: 'HOURS_WRONG',
      fields: { 'shifted.0': '周一到周五至少要有一天开门，请改一下。' },
    });
    const days = Array.from({ length: 75 }, (_, i) => ({ day: addDays('2026-11-24', i), open: [], why: '' }));
    expect(await set({ days })).toMatchObject({
      code: 'HOURS_WRONG',
      fields: { 'hours.days.0.day': '从11月24日 周二起连着30多天不开门，太久了，中间请留开门的日子。' },
    });
    const twice = [days[0], days[0]];
    expect(await set({ days: twice })).toMatchObject({
      code: 'HOURS_WRONG',
      fields: { 'hours.days.1.day': '11月24日 周二写了两次，请留一个。' },
    });
    expect(await cloud.ok('ad-cm-1', 'roster.hours', { orgId: 'cm-xinmin' })).toEqual(before);
  });

  it.each<[string, unknown, boolean]>([
    ['an empty week', { open: [], saturday: [] }, false],
    ['a word', 'always', false],
    ['a span that is none', { open: [['8', '17']], saturday: [] }, false],
    ['no Saturday', { open: [['08:30', '17:00']] }, false],
    [
      'a year closed day by day',
      {
        ...officeHours,
        days: Array.from({ length: 75 }, (_, i) => ({ day: addDays('2026-11-23', i), open: [], why: '' })),
      },
      true,
    ],
    ['a day that is none', { ...officeHours, days: [{ day: '2026-02-30', open: [], why: '' }, null] }, true],
    ['days that are none', { ...officeHours, days: 'Mondays' }, true],
  ])('stored as %s, end in no INTERNAL', async (_, stored, isCounted) => {
    cloud = await startTestCloud({ seed: withHours(stored) });
    const caseId = seeded()._id;
    const [awaited, agentId] = ['awaited', 'ag-02'];
    const replies = [
      await cloud.call('rs-02', 'cases.submit', { ...request, mode: 'counter' }),
      await cloud.call('ag-01', 'cases.ask', { caseId, text: '户口簿' }),
      await cloud.call('rs-01', 'cases.supply', { caseId: awaited, text: '给' }),
      await cloud.call('ad-cm-1', 'cases.assign', { caseId, agentId: 'ag-04' }),
      await cloud.call('ad-cm-1', 'cases.candidates', { caseId }),
      await cloud.call('rs-01', 'cases.urge', { caseId: awaited }),
    ];
    const reads = [
      await cloud.call('rs-01', 'cases.detail', { caseId }),
      await cloud.call('ag-01', 'cases.queue', {}),
      await cloud.call('ad-cm-1', 'cases.board', { orgId: 'cm-xinmin' }),
      await cloud.call('ad-cm-1', 'roster.list', { orgId: 'cm-xinmin' }),
      await cloud.call('ad-cm-1', 'roster.hours', { orgId: 'cm-xinmin' }),
      await cloud.call('ag-01', 'roster.today', {}),
      await cloud.call('rs-01', 'account.session', {}),
      await cloud.call('ad-cm-1', 'roster.leave', {
        agentId,
        from: '2026-11-26',
        to: '2026-11-26',
        why: '事假',
      }),
    ];
    expect(reads.map((reply) => (reply.ok ? 'OK' : reply.code))).toEqual(reads.map(() => 'OK'));
    const codes = replies.map((reply) => (reply.ok ? 'OK' : reply.code));
    expect(codes).not.toContain('INTERNAL');
    expect(codes.includes('NO_WORKING_TIME')).toBe(!isCounted);
    for (const reply of replies) if (!reply.ok) expect(reply.message).toMatch(/请/);
    // And the manager mends it.
    await cloud.ok('ad-cm-1', 'roster.setHours', { orgId: 'cm-xinmin', hours: officeHours });
  });
});

/** A case that ag-01 has in hand. */
function seeded(id = 'held'): CaseDoc {
  const { agents = [], people = [] } = demoDocuments();
  const agent = agents.find((one) => one._id === 'ag-01') as unknown as AgentDoc;
  const resident = people.find((one) => one._id === 'rs-01') as unknown as PersonDoc;
  const asked = { ...opened({ resident, requestId: id }), _id: id, no: `261123${id.length}000` };
  const step = { at: monday, requestId: 'seed' };
  const offer = offeredTo(asked, agent, '2026-11-23', officeHours, monday);
  const offered = mustAdvance(asked, { do: 'offer', by: system, ...step, agent: nameOf(agent) }, offer);
  return mustAdvance(offered, { do: 'accept', by: { part: 'agent', ...nameOf(agent) }, ...step });
}

/** The demo with these hours of 新民社区, a case in hand there, and one that waits for its resident. */
function withHours(stored: unknown): ReturnType<typeof demoDocuments> {
  const demo = demoDocuments();
  const waiting = { ...seeded('awaited'), state: 'awaiting_resident' as const };
  return {
    ...demo,
    orgs: (demo.orgs ?? []).map((one) => (one._id === 'cm-xinmin' ? { ...one, hours: stored } : one)),
    cases: [seeded(), waiting].map((kase) => ({ ...kase })),
  };
}
