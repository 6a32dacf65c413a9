import type { Input } from '../../contract/actions';
import { instantOf } from '../../contract/time';
import { type TestCloud, startTestCloud } from '../support/cloud';

/** Rosters, leave, hours and policies: what is refused, beside which field, and that nothing is changed by it. */
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

const COMMUNITY = 'ad-cm-1';
const roster = async (person = COMMUNITY, orgId = 'cm-xinmin') => cloud.ok(person, 'roster.list', { orgId });
const entry: Input<'roster.set'> = {
  agentId: 'ag-02',
  gridIds: ['g-xm-3'],
  skills: ['养老助老'],
  dutyWeekdays: [1, 2, 4, 5, 6],
  dutyHours: ['08:30', '17:00'],
  onCallWeekdays: [2],
  dailyCapacity: 6,
  homeVisitCapacity: 4,
  active: true,
};

describe('the roster', () => {
  it('shows who is there, how full they are, and whose grids are whose', async () => {
    const { agents, grids, categories } = await roster();
    expect(agents.map((one) => [one.id, one.isOnDuty, one.open])).toEqual([
      ['ag-01', true, 0],
      ['ag-02', true, 0],
      ['ag-03', true, 0],
    ]);
    expect(grids).toHaveLength(4);
    expect(categories).toContain('残疾人服务');
    expect((await roster('ad-st-1', 'st-longhua')).agents).toHaveLength(6);
  });

  it.each<[string, Partial<Input<'roster.set'>>, string, string, string]>([
    ['without a grid', { gridIds: [] }, 'BAD_INPUT', 'gridIds', '至少要管一个网格。'],
    [
      'with another community’s grid',
      { gridIds: ['g-dh-1'] },
      'GRID_NOT_THEIRS',
      'gridIds',
      '请在新民社区的网格里选。',
    ],
    [
      'that leaves a grid to nobody',
      { gridIds: ['g-xm-4'] },
      'GRID_UNCOVERED',
      'gridIds',
      '新民第三网格就没有人管了，请先安排好别人。',
    ],
    [
      'that stops the only one of a grid',
      { active: false },
      'GRID_UNCOVERED',
      'active',
      '新民第三网格就没有人管了，请先安排好别人。',
    ],
    [
      'that ends before it begins',
      { dutyHours: ['17:00', '08:30'] },
      'BAD_INPUT',
      'dutyHours',
      '下班要在上班之后。',
    ],
    ['without a day', { dutyWeekdays: [] }, 'BAD_INPUT', 'dutyWeekdays', '至少要有一天当班。'],
    ['of nothing a day', { dailyCapacity: 0 }, 'BAD_INPUT', 'dailyCapacity', '一天至少一件。'],
    ['of nobody', { agentId: 'ag-99' }, 'AGENT_NOT_FOUND', 'agentId', '没有这位代办员。'],
    [
      'of another community’s agent',
      { agentId: 'ag-07' },
      'UNIT_NOT_YOURS',
      'agentId',
      '这位代办员不归您管。',
    ],
  ])('%s is refused beside its field, and stays as it was', async (_, over, code, field, sentence) => {
    const before = await roster();
    const reply = await cloud.call(COMMUNITY, 'roster.set', { ...entry, ...over });
    expect(reply).toMatchObject({ ok: false, code, fields: { [field]: sentence } });
    expect(await roster()).toEqual(before);
  });

  it('is set, and twice is the same as once', async () => {
    await cloud.ok(COMMUNITY, 'roster.set', { ...entry, dailyCapacity: 5 });
    await cloud.ok(COMMUNITY, 'roster.set', { ...entry, dailyCapacity: 5 });
    const { agents } = await roster();
    expect(agents.find((one) => one.id === 'ag-02')).toMatchObject({ dailyCapacity: 5, onCallWeekdays: [2] });
  });
});

describe('leave', () => {
  it.each([
    ['that ends before it starts', '2026-11-26', '2026-11-25', 'RANGE_BACKWARDS', 'to'],
    ['that is over already', '2026-11-16', '2026-11-20', 'BAD_INPUT', 'to'],
    ['of half a year and more', '2026-12-01', '2027-08-01', 'BAD_INPUT', 'to'],
    ['on a day that is none', '2026-13-01', '2026-13-02', 'BAD_INPUT', 'from'],
  ])('%s is refused', async (_, from, to, code, field) => {
    const reply = await cloud.call('ag-01', 'roster.leave', { from, to, why: '年假' });
    expect(reply).toMatchObject({ ok: false, code });
    expect(reply).toHaveProperty(`fields.${field}`);
    expect((await cloud.ok('ag-01', 'roster.today', {})).leaves).toEqual([]);
  });

  it('is given once, by the agent or by whoever oversees them, and taken back', async () => {
    const days = { from: '2026-11-24', to: '2026-11-25', why: '年假' };
    await cloud.ok('ag-01', 'roster.leave', days);
    await cloud.ok('ag-01', 'roster.leave', days);
    expect((await cloud.ok('ag-01', 'roster.today', {})).leaves).toEqual([days]);
    expect(
      await cloud.call('ag-01', 'roster.leave', { ...days, from: '2026-11-25', to: '2026-11-26' }),
    ).toMatchObject({
      code: 'LEAVE_OVERLAPS',
      fields: { from: '2026-11-24到2026-11-25已经请过假了。' },
    });
    expect(
      await cloud.call('ad-cm-3', 'roster.endLeave', { agentId: 'ag-01', from: '2026-11-24' }),
    ).toMatchObject({
      code: 'UNIT_NOT_YOURS',
    });
    await cloud.ok(COMMUNITY, 'roster.endLeave', { agentId: 'ag-01', from: '2026-11-24' });
    expect((await cloud.ok('ag-01', 'roster.today', {})).leaves).toEqual([]);
  });

  it('nothing is offered for its days', async () => {
    await cloud.ok('ag-01', 'roster.leave', { from: '2026-11-23', to: '2026-11-23', why: '病假' });
    const { caseId } = await cloud.ok('rs-01', 'cases.submit', {
      serviceCode: 'temporary-relief',
      mode: 'counter',
      note: '求助',
    });
    expect((await cloud.ok('rs-01', 'cases.detail', { caseId })).case.agentName).toBe('清明远');
    await cloud.ok('ag-01', 'roster.endLeave', { from: '2026-11-23' });
  });
});

describe('上班 and 下班', () => {
  it('hold for the day, and say how full it is', async () => {
    expect(await cloud.ok('ag-03', 'roster.duty', { on: false })).toMatchObject({
      isOnDuty: false,
      nextDutyAt: instantOf('2026-11-25', '08:30'),
      today: 0,
      dailyCapacity: 6,
    });
    expect(await cloud.ok('ag-03', 'roster.duty', { on: true })).toMatchObject({ isOnDuty: true });
  });

  it('are not for somebody on leave', async () => {
    await cloud.ok('ag-03', 'roster.leave', { from: '2026-11-23', to: '2026-11-23', why: '事假' });
    expect(await cloud.call('ag-03', 'roster.duty', { on: true })).toMatchObject({ code: 'ON_LEAVE' });
    await cloud.ok('ag-03', 'roster.endLeave', { from: '2026-11-23' });
  });

  it('are for agents', async () => {
    expect(await cloud.call('rs-01', 'roster.duty', { on: true })).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('opening hours', () => {
  const hours: Input<'roster.setHours'>['hours'] = {
    open: [
      ['08:30', '11:30'],
      ['13:30', '17:00'],
    ],
    shifted: [{ weekday: 3, open: [['08:30', '18:30']] }],
    saturday: [['09:00', '11:30']],
    days: [{ day: '2026-12-24', open: [], why: '停电' }],
  };

  it.each<[string, Partial<typeof hours>, string]>([
    [
      'that overlap',
      {
        open: [
          ['08:30', '12:00'],
          ['11:30', '17:00'],
        ],
      },
      'open',
    ],
    ['that close before they open', { saturday: [['12:00', '09:00']] }, 'saturday'],
    ['without any', { open: [] }, 'open'],
    [
      'whose own days are wrong',
      { days: [{ day: '2026-12-24', open: [['17:00', '08:30']], why: '' }] },
      'days.0',
    ],
  ])('%s are refused', async (_, over, field) => {
    const reply = await cloud.call(COMMUNITY, 'roster.setHours', {
      orgId: 'cm-xinmin',
      hours: { ...hours, ...over },
    });
    expect(reply).toMatchObject({ ok: false, code: 'HOURS_WRONG' });
    expect(reply.ok ? {} : Object.keys(reply.fields ?? {})).toContain(field);
  });

  it('are a community’s, and saved', async () => {
    expect(await cloud.call('ad-st-1', 'roster.setHours', { orgId: 'st-longhua', hours })).toMatchObject({
      code: 'HOURS_WRONG',
    });
    expect(await cloud.ok(COMMUNITY, 'roster.setHours', { orgId: 'cm-xinmin', hours })).toEqual({ hours });
  });
});

describe('a policy', () => {
  const orgId = 'cm-xinmin';

  it.each<[string, Input<'admin.setPolicy'>['own'], string, string]>([
    ['with a negative weight', { weights: { load: -1 } }, 'own.weights.load', '手头件数的权重不能是负数。'],
    ['with an offer of no time', { offerMinutes: 0 }, 'own.offerMinutes', '接单时限（分钟）最少5。'],
    ['with half a day', { supplyDays: 1.5 }, 'own.supplyDays', '补材料期限（工作日）要是整数。'],
  ])('%s is refused', async (_, own, field, sentence) => {
    expect(await cloud.call(COMMUNITY, 'admin.setPolicy', { orgId, version: 0, own })).toMatchObject({
      ok: false,
      code: 'BAD_INPUT',
      fields: { [field]: sentence },
    });
    expect(await cloud.ok(COMMUNITY, 'admin.policy', { orgId })).toMatchObject({ version: 0, own: {} });
  });

  it('is versioned, overrides what is above it, and is not saved over somebody else’s', async () => {
    await cloud.ok('ad-ds-1', 'admin.setPolicy', {
      orgId: 'ds-tiefeng',
      version: 0,
      own: { offerMinutes: 60, handovers: 1 },
    });
    const own = { offerMinutes: 45, weights: { known: 50 } };
    const saved = await cloud.ok(COMMUNITY, 'admin.setPolicy', { orgId, version: 0, own });
    expect(saved).toMatchObject({
      version: 1,
      values: { offerMinutes: 45, handovers: 1, weights: { known: 50, load: expect.any(Number) as number } },
    });
    expect(await cloud.ok(COMMUNITY, 'admin.setPolicy', { orgId, version: 0, own })).toEqual(saved);
    expect(
      await cloud.call(COMMUNITY, 'admin.setPolicy', { orgId, version: 0, own: { offerMinutes: 60 } }),
    ).toMatchObject({ code: 'POLICY_CHANGED' });
    const { values, above, history } = await cloud.ok(COMMUNITY, 'admin.policy', { orgId });
    expect(history).toMatchObject([{ version: 1, by: '白露澄', own }]);
    expect(values).toEqual(saved.values);
    // What it would be again without its own.
    const { weights } = values;
    expect(above).toEqual({ ...values, offerMinutes: 60, weights: { ...weights, known: 5 } });
    expect(await cloud.call('ad-cm-2', 'admin.policy', { orgId })).toMatchObject({ code: 'UNIT_NOT_YOURS' });
  });

  it('stays within what the unit above says, before and after', async () => {
    await cloud.ok('ad-ds-1', 'admin.setPolicy', {
      orgId: 'ds-tiefeng',
      version: 1,
      own: { urgentResponseHours: 1 },
    });
    expect(
      await cloud.call(COMMUNITY, 'admin.setPolicy', { orgId, version: 1, own: { urgentResponseHours: 24 } }),
    ).toMatchObject({
      code: 'BAD_INPUT',
      fields: { 'own.urgentResponseHours': '上级定的是1，这里最多1，请改一下或者空着跟上级走。' },
    });
    expect(await cloud.ok(COMMUNITY, 'admin.policy', { orgId })).toMatchObject({
      version: 1,
      values: { urgentResponseHours: 1 },
    });
  });
});

describe('an agent who is not there any more', () => {
  it('leaves cases, hand-overs and calls to whom the rules choose, and the manager is told', async () => {
    const other = await startTestCloud();
    try {
      const seen = async (caseId: string) => (await other.ok('ad-st-1', 'cases.detail', { caseId })).case;
      const asked = { serviceCode: 'elderly-allowance', mode: 'counter', note: '给老人办高龄津贴' } as const;
      const give = async (caseId: string, agentId: string) => {
        if ((await seen(caseId)).assignment?.agentId !== agentId)
          await other.ok('ad-st-1', 'cases.assign', { caseId, agentId });
        await other.ok(agentId, 'cases.accept', { caseId });
      };
      const { agents } = await other.ok('ad-st-1', 'roster.list', { orgId: 'st-longhua' });
      const rest = agents.filter(
        (one) => one.id !== 'ag-02' && one.skills.includes('养老助老') && one.isOnDuty,
      );
      const colleague = rest[0]?.id ?? '';
      const { caseId: held } = await other.ok(COMMUNITY, 'cases.intake', {
        ...asked,
        channel: 'phone',
        name: '何老太',
        phone: '15500000001',
      });
      await give(held, 'ag-02');
      const { caseId: handed } = await other.ok('rs-02', 'cases.submit', asked);
      await give(handed, colleague);
      await other.ok(colleague, 'cases.handover', { caseId: handed, agentId: 'ag-02', reason: '我要休假' });
      await other.timer('notify');
      expect((await other.ok('ag-02', 'cases.calls', {})).calls).toHaveLength(1);

      const cover = agents.find((one) => one.id === 'ag-03');
      const gridIds = [...new Set([...(cover?.gridIds ?? []), 'g-xm-3'])];
      await other.ok(COMMUNITY, 'roster.set', {
        ...entry,
        agentId: 'ag-03',
        skills: cover?.skills ?? [],
        gridIds,
      });
      const { left } = await other.ok(COMMUNITY, 'roster.set', { ...entry, active: false });
      const now = await seen(held);
      expect(now.state).toBe('offered');
      expect(now.assignment?.agentId).not.toBe('ag-02');
      expect(left).toEqual({
        cases: [{ caseId: held, no: now.no, serviceName: now.serviceName, agentName: now.agentName }],
        handovers: 1,
        calls: 1,
      });
      expect(await seen(handed)).toMatchObject({ state: 'in_progress', assignment: { agentId: colleague } });
      expect(await seen(handed)).not.toHaveProperty('handover');
      expect((await other.ok('ag-02', 'cases.calls', {})).calls).toEqual([]);
      // Whom to call comes with their yes.
      const next = now.assignment?.agentId ?? '';
      await other.ok(next, 'cases.accept', { caseId: held });
      expect((await other.ok(next, 'cases.calls', {})).calls).toHaveLength(1);
      const { notices } = await other.ok(COMMUNITY, 'account.inbox', {});
      expect(notices.some(({ title, caseId }) => title === '代办员停岗，换人办' && caseId === held)).toBe(
        true,
      );
      // Again is the same: nothing is left to give.
      expect((await other.ok(COMMUNITY, 'roster.set', { ...entry, active: false })).left).toEqual({
        cases: [],
        handovers: 0,
        calls: 0,
      });
    } finally {
      await other.close();
    }
  });
});
