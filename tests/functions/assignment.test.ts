import type { CaseView } from '../../contract/models';
import { instantOf } from '../../contract/time';
import { type TestCloud, MONDAY, startTestCloud } from '../support/cloud';

/** Offers, hand-overs, the pool, whistles, tiers and transfers: the built functions with the real SDK over the wire. */
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.close());

const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11));
const minutes = 60_000;
const seen = async (person: string, caseId: string): Promise<CaseView> =>
  (await cloud.ok(person, 'cases.detail', { caseId })).case;
const submit = (resident: string, over: object = {}) =>
  cloud.ok(resident, 'cases.submit', {
    serviceCode: 'disability-certificate',
    mode: 'counter',
    note: '想办残疾证',
    ...over,
  });
const accepted = async (resident = 'rs-01', agent = 'ag-01') => {
  const { caseId } = await submit(resident);
  await cloud.ok(agent, 'cases.accept', { caseId });
  return caseId;
};
const sweepAt = async (now: number) => {
  await cloud.setClock(now);
  return cloud.timer('sweep');
};

describe('an offer', () => {
  it('tells the agent the working minutes that are left, lapses to the next, and is accepted', async () => {
    const { caseId } = await submit('rs-01');
    await cloud.setClock(MONDAY + 7 * minutes);
    const { offers } = await cloud.ok('ag-01', 'cases.queue', {});
    expect(offers).toMatchObject([{ caseId, offer: { until: MONDAY + 30 * minutes, minutesLeft: 23 } }]);
    expect(await sweepAt(MONDAY + 29 * minutes)).toMatchObject({ found: 0 });
    expect(await sweepAt(MONDAY + 30 * minutes)).toMatchObject({ found: 1, offered: 1 });
    expect(await seen('rs-01', caseId)).toMatchObject({ state: 'offered', agentName: '清明远' });
    expect(await cloud.call('ag-01', 'cases.accept', { caseId })).toMatchObject({
      ok: false,
      code: 'CASE_TAKEN',
    });
    expect(await cloud.ok('ag-04', 'cases.accept', { caseId })).toMatchObject({ state: 'in_progress' });
  });

  it('goes to the oldest that waits, not to the newest that asks', async () => {
    // 社会救助 in 东湖 is ag-08's alone: five a day, on three working days.
    const asked = async (resident: string, serviceCode: string) =>
      cloud.ok(resident, 'cases.submit', { serviceCode, mode: 'counter', note: '求助' });
    await cloud.ok('ad-cm-3', 'roster.leave', {
      agentId: 'ag-08',
      from: '2026-11-23',
      to: '2026-11-25',
      why: '病假',
    });
    const first = await asked('rs-09', 'temporary-relief');
    expect(first.state).toBe('submitted');
    await cloud.setClock(MONDAY + 1 * minutes);
    await cloud.ok('ad-cm-3', 'roster.endLeave', { agentId: 'ag-08', from: '2026-11-23' });
    // One slot of the day is left: it is the older case's.
    await cloud.ok('ad-cm-3', 'roster.set', {
      agentId: 'ag-08',
      gridIds: ['g-dh-3'],
      skills: ['社会救助'],
      dutyWeekdays: [1],
      dutyHours: ['08:30', '17:00'],
      onCallWeekdays: [],
      dailyCapacity: 1,
      homeVisitCapacity: 1,
      active: true,
    });
    const second = await asked('rs-10', 'temporary-relief');
    expect(second.state).toBe('submitted');
    await sweepAt(MONDAY + 2 * minutes);
    expect(await seen('rs-10', second.caseId)).toMatchObject({ state: 'submitted' });
    expect(await seen('rs-09', first.caseId)).toMatchObject({ state: 'offered', agentName: '芒种田' });
  });
});

describe('the fair share', () => {
  const reasons = async (caseId: string) =>
    Object.fromEntries(
      ((await seen('ad-ds-1', caseId)).assignment?.candidates ?? []).map((one) => [one.agentId, one.reason]),
    );

  it('counts what is done, not what was declined, and only this month', async () => {
    const done = await accepted();
    await cloud.ok('ag-01', 'cases.complete', { caseId: done, result: '办好了' });
    const passed = await submit('rs-02');
    await cloud.ok('ag-01', 'cases.decline', { caseId: passed.caseId, reason: '手头忙不过来' });
    const next = await submit('rs-03');
    expect(await reasons(next.caseId)).toMatchObject({
      'ag-01': '同网格，手头没有活，本月接了1件，住户认识',
      'ag-04': '同街道的邻近社区，手头1件，本月接了1件，立春晓更近',
    });
    await cloud.setClock(at('2026-12-01T10:00'));
    const later = await submit('rs-04');
    expect((await reasons(later.caseId))['ag-01']).not.toContain('本月');
  });
});

describe('sixteen agents who reach for the same cases', () => {
  it('one winner each time, and nobody has more than their day holds', async () => {
    const agents = ['ag-01', 'ag-04'];
    // No agent is there this week, so everything waits.
    for (const agentId of agents)
      await cloud.ok('ad-ds-1', 'roster.leave', {
        agentId,
        from: '2026-11-23',
        to: '2026-11-27',
        why: '培训',
      });
    const residents = ['rs-01', 'rs-02', 'rs-03', 'rs-04', 'rs-05', 'rs-06'];
    const codes = ['disability-certificate', 'temporary-relief', 'minimum-living-allowance'];
    const cases = await Promise.all(
      residents.flatMap((resident) => codes.map((serviceCode) => submit(resident, { serviceCode }))),
    );
    expect(new Set(cases.map((one) => one.state))).toEqual(new Set(['submitted']));
    for (const agentId of agents)
      await cloud.ok('ad-ds-1', 'roster.endLeave', { agentId, from: '2026-11-23' });
    const won = new Map<string, number>();
    for (const { caseId } of cases) {
      const tries = await Promise.all(
        Array.from({ length: 16 }, (_, i) => cloud.call(agents[i % 2] ?? '', 'cases.claim', { caseId })),
      );
      const winners = tries.filter((reply) => reply.ok);
      expect(winners.length).toBeLessThanOrEqual(1);
      const { holder = '' } = { holder: (await seen('ad-ds-1', caseId)).assignment?.agentId };
      if (winners.length === 1) won.set(holder, (won.get(holder) ?? 0) + 1);
      for (const reply of tries)
        if (!reply.ok)
          expect(['CASE_TAKEN', 'AGENT_CANNOT', 'STATE_NOT_ALLOWED', 'BUSY', 'NOT_YOUR_CASE']).toContain(
            reply.code,
          );
    }
    // 8 and 7 slots of this Monday.
    expect([...won.values()].reduce((sum, count) => sum + count, 0)).toBe(15);
    expect(won.get('ag-01')).toBe(8);
    expect(won.get('ag-04')).toBe(7);
  });
});

describe('a hand-over', () => {
  it('is the colleague’s only after their yes, and wanders at most twice', async () => {
    const caseId = await accepted();
    const { candidates } = await cloud.ok('ag-01', 'cases.candidates', { caseId });
    expect(candidates[0]).toMatchObject({ agentId: 'ag-04', reason: '同街道的邻近社区，手头没有活' });
    await cloud.ok('ag-01', 'cases.handover', { caseId, agentId: 'ag-04', reason: '我要休假' });
    expect(
      await cloud.call('ag-01', 'cases.handover', { caseId, agentId: 'ag-04', reason: '急' }),
    ).toMatchObject({
      code: 'HANDOVER_PENDING',
    });
    expect((await cloud.ok('ag-04', 'cases.queue', {})).offers).toMatchObject([
      { caseId, offer: { minutesLeft: 30, from: '立春晓' } },
    ]);
    expect(await cloud.ok('ag-04', 'cases.accept', { caseId })).toMatchObject({ state: 'in_progress' });
    expect((await cloud.ok('ag-01', 'account.inbox', {})).notices[0]).toMatchObject({
      title: '这件交给别人了',
    });
    await cloud.ok('ag-04', 'cases.handover', { caseId, agentId: 'ag-01', reason: '还给您' });
    await cloud.ok('ag-01', 'cases.accept', { caseId });
    expect(
      await cloud.call('ag-01', 'cases.handover', { caseId, agentId: 'ag-04', reason: '再转' }),
    ).toMatchObject({
      code: 'HANDOVER_LIMIT',
    });
  });

  it.each([
    ['to oneself', 'ag-01', 'AGENT_CANNOT'],
    ['to somebody who does not know the matter', 'ag-02', 'AGENT_CANNOT'],
    ['to somebody of another street', 'ag-08', 'AGENT_CANNOT'],
    ['to nobody', 'ag-99', 'AGENT_NOT_FOUND'],
  ])('%s is refused and changes nothing', async (_, agentId, code) => {
    const caseId = await accepted();
    const before = await seen('ag-01', caseId);
    const reply = await cloud.call('ag-01', 'cases.handover', { caseId, agentId, reason: '忙' });
    expect(reply).toMatchObject({ ok: false, code });
    expect(reply).toHaveProperty('fields.agentId');
    expect(await seen('ag-01', caseId)).toEqual(before);
  });

  it('to somebody off duty is refused', async () => {
    const caseId = await accepted();
    await cloud.ok('ag-04', 'roster.duty', { on: false });
    expect(
      await cloud.call('ag-01', 'cases.handover', { caseId, agentId: 'ag-04', reason: '忙' }),
    ).toMatchObject({ code: 'AGENT_CANNOT', fields: { agentId: '清明远现在不当班，请换一位。' } });
  });
});

describe('when nobody can', () => {
  const failed = async () => {
    for (const agentId of ['ag-01', 'ag-04'])
      await cloud.ok('ad-ds-1', 'roster.leave', {
        agentId,
        from: '2026-11-23',
        to: '2026-11-27',
        why: '培训',
      });
    return (await submit('rs-01')).caseId;
  };

  it('stands on the board with the reason, and the manager gives it by hand to whoever is back', async () => {
    const caseId = await failed();
    const board = await cloud.ok('ad-cm-1', 'cases.board', { orgId: 'cm-xinmin', heap: 'waiting' });
    expect(board.counts).toMatchObject({ open: 1, waiting: 1, escalated: 1, overdue: 0 });
    expect(board.cases).toMatchObject([
      { caseId, failure: '2位会办“残疾人服务”：2位请假到11月27日 周五。', escalatedTo: 'community' },
    ]);
    const barred = await cloud.call('ad-cm-1', 'cases.assign', { caseId, agentId: 'ag-04' });
    expect(barred).toMatchObject({
      code: 'AGENT_CANNOT',
      fields: { agentId: '清明远请假到11月27日 周五，请换一位。' },
    });
    await cloud.ok('ad-ds-1', 'roster.endLeave', { agentId: 'ag-04', from: '2026-11-23' });
    await cloud.ok('ad-cm-1', 'cases.assign', { caseId, agentId: 'ag-04' });
    expect(await cloud.ok('ag-04', 'cases.accept', { caseId })).toMatchObject({ state: 'in_progress' });
    expect((await cloud.ok('ad-cm-1', 'cases.board', { orgId: 'cm-xinmin' })).counts).toMatchObject({
      escalated: 0,
    });
  });

  it('goes up a tier when the community says nothing, and stops when somebody says that they know', async () => {
    const caseId = await failed();
    await sweepAt(at('2026-11-24T14:00'));
    expect(
      (await cloud.ok('ad-st-1', 'cases.board', { orgId: 'st-longhua', heap: 'escalated' })).cases,
    ).toMatchObject([{ caseId, escalatedTo: 'street' }]);
    expect(await cloud.call('ad-st-2', 'cases.acknowledge', { caseId })).toMatchObject({
      code: 'NOT_YOUR_CASE',
    });
    expect(await cloud.call('ad-ds-1', 'cases.acknowledge', { caseId })).toMatchObject({
      code: 'NOT_ESCALATED',
    });
    await cloud.ok('ad-st-1', 'cases.acknowledge', { caseId });
    await sweepAt(at('2026-11-27T10:00'));
    const view = await seen('ad-ds-1', caseId);
    expect(view.escalations.filter((one) => one.cause === 'dispatch').map((one) => one.tier)).toEqual([
      'community',
      'street',
    ]);
  });

  it('is in the pool of those who know how, and claimed by one who is back', async () => {
    const caseId = await failed();
    expect((await cloud.ok('ag-04', 'cases.pool', {})).cases).toMatchObject([
      { caseId, residentName: '赵**' },
    ]);
    expect((await cloud.ok('ag-02', 'cases.pool', {})).cases).toEqual([]);
    expect(await cloud.call('ag-04', 'cases.claim', { caseId })).toMatchObject({ code: 'AGENT_CANNOT' });
    await cloud.ok('ag-04', 'roster.endLeave', { from: '2026-11-23' });
    expect(await cloud.ok('ag-04', 'cases.claim', { caseId })).toMatchObject({ state: 'in_progress' });
    expect(await cloud.call('ag-01', 'cases.claim', { caseId })).toMatchObject({ code: 'CASE_TAKEN' });
  });
});

describe('urgent safety', () => {
  it('is offered at once, at night, to whoever is on call', async () => {
    await cloud.setClock(at('2026-11-28T23:00'));
    const { caseId, state } = await submit('rs-01', {
      serviceCode: 'report-issue',
      subtype: 'manhole',
      mode: 'online',
    });
    expect(state).toBe('offered');
    const { assignment } = await seen('ad-cm-1', caseId);
    const { agents } = await cloud.ok('ad-st-1', 'roster.list', { orgId: 'st-longhua' });
    expect(agents.find((one) => one.id === assignment?.agentId)?.onCallWeekdays).toContain(6);
    expect(await seen('rs-01', caseId)).toMatchObject({
      afterHours: { nextAt: at('2026-11-30T08:30'), phone: expect.stringMatching(/^\d+$/) as string },
    });
  });
});

describe('while the resident is waited for', () => {
  it('the clock stands, says since when, and goes on with what was left', async () => {
    const caseId = await accepted();
    const { dueAt } = await seen('rs-01', caseId);
    await cloud.setClock(at('2026-11-24T11:00'));
    await cloud.ok('ag-01', 'cases.ask', { caseId, text: '户口簿' });
    const view = await seen('rs-01', caseId);
    expect(view).toMatchObject({
      pausedAt: at('2026-11-24T11:00'),
      pauses: [{ from: at('2026-11-24T11:00') }],
    });
    expect(view.clocks.find((clock) => clock.name === 'completion')).toMatchObject({ paused: true, dueAt });
    await cloud.setClock(at('2026-11-25T09:00'));
    await cloud.ok('rs-01', 'cases.supply', { caseId, text: '好了' });
    expect(await seen('rs-01', caseId)).toMatchObject({ dueAt: at('2026-12-08T15:00') });
  });

  it('what was red before stays among the overdue, red', async () => {
    const caseId = await accepted();
    await cloud.setClock(at('2026-12-08T10:00'));
    await cloud.ok('ag-01', 'cases.ask', { caseId, text: '户口簿' });
    const { cases, counts } = await cloud.ok('ad-cm-1', 'cases.board', {
      orgId: 'cm-xinmin',
      heap: 'overdue',
    });
    expect(cases).toMatchObject([{ caseId, card: 'red', state: 'awaiting_resident' }]);
    expect(counts).toMatchObject({ overdue: 1 });
  });

  it('a later policy changes nothing for a case that runs', async () => {
    const caseId = await accepted();
    const before = await seen('ad-cm-1', caseId);
    await cloud.ok('ad-cm-1', 'admin.setPolicy', {
      orgId: 'cm-xinmin',
      version: 0,
      own: { offerMinutes: 60, supplyDays: 1 },
    });
    expect((await seen('ad-cm-1', caseId)).clocks).toEqual(before.clocks);
  });
});

describe('the steps of an item', () => {
  it('are ticked one after the other, and the late one shows', async () => {
    const caseId = await accepted();
    expect(await cloud.call('ag-01', 'cases.progress', { caseId, step: 3 })).toMatchObject({
      code: 'STEP_NOT_FOUND',
    });
    await cloud.ok('ag-01', 'cases.progress', { caseId, step: 1 });
    await cloud.setClock(at('2026-11-25T09:00'));
    const { steps } = await seen('rs-01', caseId);
    expect(steps.slice(0, 4).map(({ name, doneAt, late }) => [name, doneAt !== undefined, late])).toEqual([
      ['说出需求', true, false],
      ['上门登记代办', true, false],
      ['录入报送', false, true],
      ['医院评残', false, false],
    ]);
  });
});

describe('a whistle', () => {
  it('summons the street, is answered there, and is rated by the community', async () => {
    const caseId = await accepted();
    const { units } = await cloud.ok('ad-cm-1', 'admin.units', {});
    expect(units.find((one) => one.id === 'st-longhua')).toMatchObject({
      tier: 'street',
      managers: [{ id: 'ad-st-1' }],
    });
    await cloud.ok('ad-cm-1', 'cases.whistle', {
      caseId,
      orgId: 'st-longhua',
      question: '哪天公示？',
      days: 2,
    });
    expect(
      (await cloud.ok('ad-st-1', 'cases.board', { orgId: 'st-longhua', heap: 'whistled' })).cases,
    ).toMatchObject([{ caseId, asked: '哪天公示？' }]);
    expect(
      await cloud.call('ad-cm-1', 'cases.answer', { caseId, whistleId: 'w1', answer: '不知道' }),
    ).toMatchObject({
      code: 'NOT_YOUR_CASE',
    });
    expect(
      await cloud.call('ad-cm-1', 'cases.rateAnswer', { caseId, whistleId: 'w1', level: 'satisfied' }),
    ).toMatchObject({
      code: 'WHISTLE_OPEN',
    });
    await cloud.ok('ad-st-1', 'cases.answer', { caseId, whistleId: 'w1', answer: '周四公示' });
    await cloud.ok('ad-cm-1', 'cases.rateAnswer', {
      caseId,
      whistleId: 'w1',
      level: 'satisfied',
      text: '答得快',
    });
    expect((await seen('ad-cm-1', caseId)).whistles).toMatchObject([
      { answer: '周四公示', answeredBy: '大雪松', rating: 'satisfied', dueAt: at('2026-11-25T17:00') },
    ]);
    // Between offices: the resident reads none of it.
    const told = (await seen('rs-01', caseId)).events.map((event) => event.do);
    expect(told).toEqual(['submit', 'offer', 'accept']);
  });

  it('another street may be asked too, and sees no phone and no door', async () => {
    const caseId = await accepted();
    await cloud.ok('ad-cm-1', 'cases.whistle', { caseId, orgId: 'st-donghu', question: '能借人吗？' });
    expect(await seen('ad-st-2', caseId)).toMatchObject({
      parts: ['summoned'],
      contact: { name: '赵**', phone: '045****0124' },
    });
  });

  it.each([['cm-zhongdong'], ['g-xm-1']])('%s cannot be summoned', async (orgId) => {
    const caseId = await accepted();
    expect(await cloud.call('ad-cm-1', 'cases.whistle', { caseId, orgId, question: '?' })).toMatchObject({
      code: 'UNIT_NOT_SUMMONABLE',
      fields: { orgId: '请选本区的街道或区级单位。' },
    });
  });
});

describe('a transfer to another community', () => {
  it('takes timeline and clocks along, and the new community’s agents are asked at once', async () => {
    const caseId = await accepted();
    const before = await seen('rs-01', caseId);
    await cloud.ok('ad-st-1', 'cases.move', { caseId, orgId: 'cm-donghu', reason: '居民住在那边' });
    const after = await seen('rs-01', caseId);
    expect(after).toMatchObject({ state: 'offered', agentName: '芒种田', dueAt: before.dueAt });
    expect(after.events.map((event) => event.do)).toEqual(['submit', 'offer', 'accept', 'move', 'offer']);
    expect(after.clocks[0]).toEqual(before.clocks[0]);
    expect((await cloud.ok('ad-cm-3', 'cases.board', { orgId: 'cm-donghu' })).cases).toMatchObject([
      { caseId },
    ]);
    expect(await cloud.call('ad-cm-1', 'cases.detail', { caseId })).toMatchObject({ code: 'NOT_YOUR_CASE' });
  });

  it.each([
    ['itself', 'cm-xinmin', '已经在这个社区了，请选另一个。'],
    ['a street', 'st-donghu', '请选一个社区。'],
    ['nowhere', 'cm-nowhere', '请选一个社区。'],
  ])('to %s is refused', async (_, orgId, sentence) => {
    const caseId = await accepted();
    expect(await cloud.call('ad-st-1', 'cases.move', { caseId, orgId, reason: '更方便' })).toMatchObject({
      code: 'UNIT_NOT_A_TARGET',
      fields: { orgId: sentence },
    });
  });
});

describe('the sweep', () => {
  it('fired twice at once does everything once', async () => {
    const caseIds = await Promise.all(
      ['rs-01', 'rs-02', 'rs-03'].map(async (one) => (await submit(one)).caseId),
    );
    await cloud.setClock(MONDAY + 31 * minutes);
    await Promise.all([cloud.timer('sweep'), cloud.timer('sweep'), cloud.timer('sweep')]);
    await cloud.timer('sweep');
    for (const caseId of caseIds) {
      const { events } = await seen('ad-cm-1', caseId);
      expect(events.filter((event) => event.do === 'lapse')).toHaveLength(1);
    }
  });

  it('handles what was due while the timer was missing for two days, once', async () => {
    const caseId = await accepted();
    await sweepAt(at('2026-12-09T09:00'));
    await cloud.timer('sweep');
    const { events } = await seen('ad-cm-1', caseId);
    expect(events.map((event) => event.do)).toEqual([
      'submit',
      'offer',
      'accept',
      'warn',
      'breach',
      'escalate',
    ]);
  });
});
