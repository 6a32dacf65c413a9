import { instantOf } from '../../../contract/time';
import {
  type Circumstances,
  type Load,
  type Wanted,
  chooseAgent,
  chooseByHand,
  fits,
  rankAll,
} from './assign';
import type { AgentDoc, Hours } from '../documents';
import { standard } from '../policy';

const hours: Hours = {
  open: [
    ['08:30', '11:30'],
    ['13:30', '17:00'],
  ],
  saturday: [],
};
/** A Monday. */
const now = instantOf('2026-11-23', '10:00');
const unit = { district: 'd', street: 's', community: 'c1', grid: 'g1' };

const agent = (id: string, over: Partial<AgentDoc> = {}): AgentDoc => ({
  _id: id,
  name: id.toUpperCase(),
  phone: '',
  unit: { district: 'd', street: 's', community: 'c1' },
  gridIds: [],
  skills: ['残疾人服务'],
  dutyWeekdays: [1, 2, 3, 4, 5],
  dutyHours: ['08:30', '17:00'],
  dailyCapacity: 2,
  homeVisitCapacity: 1,
  active: true,
  onCallWeekdays: [],
  leaves: [],
  turn: 0,
  lastOfferedAt: 0,
  ...over,
});
const wanted = (over: Partial<Wanted> = {}): Wanted => ({
  unit,
  category: '残疾人服务',
  mode: 'counter',
  dueAt: instantOf('2026-12-07', '17:00'),
  passedBy: [],
  conflicts: [],
  ...over,
});
const load = (agentId: string, count: number, over: Partial<Load> = {}): Load => ({
  agentId,
  count,
  mode: 'counter',
  overdue: 0,
  taken: 0,
  ...over,
});
const around = (loads: Load[] = [], at = now): Circumstances => ({
  loads,
  hours,
  weights: standard.weights,
  now: at,
});
/** A Saturday of a year that is not published. */
const nationalDay = instantOf('2027-10-02', '09:30');
const chosen = (agents: AgentDoc[], loads: Load[] = [], over: Partial<Wanted> = {}) =>
  chooseAgent(wanted(over), agents, around(loads));

describe('who can', () => {
  it.each<[string, Partial<AgentDoc>, Load[], Partial<Wanted>, string]>([
    [
      'somebody of another street',
      { unit: { district: 'd', street: 's2', community: 'c9' } },
      [],
      {},
      '不在一个街道',
    ],
    ['somebody without the skill', { skills: ['养老助老'] }, [], {}, '不办“残疾人服务”类事项'],
    ['somebody who passed it by twice', {}, [], { passedBy: ['a', 'a'] }, '问过了，没有接'],
    ['a relative', {}, [], { conflicts: ['a'] }, '和当事人是亲属'],
    [
      'somebody on leave',
      { leaves: [{ from: '2026-11-20', to: '2026-11-24', why: '年假' }] },
      [],
      {},
      '请假到11月24日 周二',
    ],
    ['somebody off duty', { dutyWeekdays: [6] }, [], {}, '周一不当班'],
    ['anybody on a holiday', { dutyWeekdays: [6] }, [], { appointmentAt: nationalDay }, '国庆节放假'],
    ['somebody off duty at the hour', { dutyHours: ['13:30', '17:00'] }, [], {}, '那个时间不当班'],
    ['somebody whose day is full', {}, [load('a', 2, { workDay: '2026-11-23' })], {}, '当天已满（2件）'],
    [
      'somebody whose visits are full',
      {},
      [load('a', 1, { workDay: '2026-11-23', mode: 'home-visit' })],
      { mode: 'home-visit' },
      '当天上门已满（1件）',
    ],
    ['somebody who left', { active: false }, [], {}, '已停岗'],
  ])('is not %s', (_, over, loads, want, reason) => {
    const appointmentAt = want.appointmentAt ?? now;
    const choice = chosen([agent('a', over)], loads, { appointmentAt, ...want });
    expect(choice.agent).toBeUndefined();
    expect(choice.candidates).toMatchObject([{ agentId: 'a', name: 'A', chosen: false, reason }]);
  });
});

describe('who should', () => {
  const usual = { dailyCapacity: 6 };

  it.each<[string, AgentDoc[], Load[], string]>([
    [
      'the grid’s own agent before all, even with more in hand',
      [agent('a', usual), agent('b', { ...usual, gridIds: ['g1'] })],
      [load('b', 1)],
      'b',
    ],
    [
      'the community before its neighbours',
      [agent('a', { ...usual, unit: { ...unit, community: 'c2' } }), agent('b', usual)],
      [load('b', 1)],
      'b',
    ],
    ['the least loaded', [agent('a'), agent('b')], [load('a', 1)], 'b'],
    [
      'the emptier of two with as many in hand',
      [agent('a', { dailyCapacity: 4 }), agent('b', { dailyCapacity: 8 })],
      [load('a', 2), load('b', 2)],
      'b',
    ],
    [
      'a visit weighs more than an errand',
      [agent('a'), agent('b')],
      [load('a', 1, { mode: 'home-visit' }), load('b', 1)],
      'b',
    ],
    [
      'an overdue case weighs more than a fresh one',
      [agent('a'), agent('b')],
      [load('a', 1, { overdue: 1 }), load('b', 1)],
      'b',
    ],
    [
      'who took less this month, though all of it is done',
      [agent('a'), agent('b')],
      [load('a', 0, { taken: 4 }), load('b', 0, { taken: 3 })],
      'b',
    ],
    [
      'who took less of what they can take a day',
      [agent('a', { dailyCapacity: 4 }), agent('b', { dailyCapacity: 8 })],
      [load('a', 0, { taken: 4 }), load('b', 0, { taken: 5 })],
      'b',
    ],
    [
      'a visit counts twice in the month',
      [agent('a'), agent('b')],
      [load('a', 0, { taken: 2, mode: 'home-visit' }), load('b', 0, { taken: 3 })],
      'b',
    ],
    ['the longest idle', [agent('a', { lastOfferedAt: 2 }), agent('b', { lastOfferedAt: 1 })], [], 'b'],
    ['the smaller id, all else equal', [agent('b'), agent('a')], [], 'a'],
  ])('%s', (_, agents, loads, expected) => {
    expect(chosen(agents, loads).agent?._id).toBe(expected);
  });

  it('is the agent whom the household knows, among the equally loaded', () => {
    const agents = [agent('a'), agent('b', { lastOfferedAt: 9 })];
    expect(chosen(agents, [], { knownAgentId: 'b' }).agent?._id).toBe('b');
  });
});

it('says why for every candidate, the chosen first', () => {
  const agents = [agent('a'), agent('b'), agent('c', { skills: [] })];
  expect(chosen(agents, [load('b', 1)]).candidates).toEqual([
    { agentId: 'a', name: 'A', chosen: true, reason: '同社区，手头没有活' },
    { agentId: 'b', name: 'B', chosen: false, reason: '同社区，手头1件，A手头更空' },
    { agentId: 'c', name: 'C', chosen: false, reason: '不办“残疾人服务”类事项', barred: true },
  ]);
});

it('says what was taken this month', () => {
  const agents = [agent('a'), agent('b')];
  const loads = [load('a', 0, { taken: 12 }), load('b', 1, { taken: 12 }), load('b', 0, { taken: 1 })];
  expect(chosen(agents, loads).candidates.map(({ reason }) => reason)).toEqual([
    '同社区，手头没有活，本月接了12件',
    '同社区，手头1件，本月接了13件，A手头更空',
  ]);
});

it('waits for the next working day rather than for nobody, and takes a slot of that day', () => {
  const choice = chosen([agent('a', { dutyWeekdays: [2] })]);
  expect(choice.agent?._id).toBe('a');
  expect(choice.workDay).toBe('2026-11-24');
});

it('does not move an appointment', () => {
  const appointmentAt = instantOf('2026-11-25', '09:00');
  expect(chosen([agent('a', { dutyWeekdays: [2] })], [], { appointmentAt }).agent).toBeUndefined();
});

describe('when nobody can', () => {
  it('says so in one sentence: how many know the matter, and why each of them cannot', () => {
    const leaves = [{ from: '2026-11-23', to: '2026-11-24', why: '年假' }];
    const full = [load('b', 2, { workDay: '2026-11-23' }), load('c', 2, { workDay: '2026-11-23' })];
    const agents = [agent('a', { leaves }), agent('b'), agent('c'), agent('d', { skills: [] })];
    expect(chosen(agents, full, { appointmentAt: now }).failure).toBe(
      '3位会办“残疾人服务”：1位请假到11月24日 周二，2位当天已满（2件）。',
    );
  });

  it('says that nobody knows the matter', () => {
    expect(chosen([agent('d', { skills: [] })]).failure).toBe('本街道没有人办“残疾人服务”类事项。');
    expect(chosen([])).toMatchObject({ candidates: [], failure: '本街道没有人办“残疾人服务”类事项。' });
  });
});

describe('whoever passed it by', () => {
  it('is asked again only when nobody else is left, and then no more', () => {
    const agents = [agent('a'), agent('b')];
    expect(chosen(agents, [], { passedBy: ['a'] }).agent?._id).toBe('b');
    expect(chosen(agents, [], { passedBy: ['a', 'b'] }).agent?._id).toBe('a');
    expect(chosen(agents, [], { passedBy: ['a', 'b', 'a'] }).agent?._id).toBe('b');
    expect(chosen(agents, [], { passedBy: ['a', 'b', 'a', 'b'] }).agent).toBeUndefined();
  });

  it('comes after somebody who is there tomorrow', () => {
    const agents = [agent('a'), agent('b', { dutyWeekdays: [2] })];
    expect(chosen(agents, [], { passedBy: ['a'] })).toMatchObject({
      agent: { _id: 'b' },
      workDay: '2026-11-24',
    });
  });
});

describe('a promise that ends today', () => {
  const dueAt = instantOf('2026-11-23', '17:00');
  const agents = [agent('a'), agent('b', { dutyWeekdays: [2] })];

  it('is for whoever can begin today, asked once more if need be', () => {
    expect(chosen(agents, [], { dueAt, passedBy: ['a'] })).toMatchObject({
      agent: { _id: 'a' },
      workDay: '2026-11-23',
    });
  });

  it('is broken rather than for nobody', () => {
    expect(chosen(agents, [], { dueAt, passedBy: ['a', 'a'] })).toMatchObject({
      agent: { _id: 'b' },
      workDay: '2026-11-24',
    });
  });
});

describe('urgent safety', () => {
  const night = instantOf('2026-11-28', '23:00');
  const at = (agents: AgentDoc[]) => chooseAgent(wanted({ urgent: true }), agents, around([], night));

  it('goes at any hour to whoever is on call, and to nobody else', () => {
    expect(at([agent('a'), agent('b', { onCallWeekdays: [6] })])).toMatchObject({
      agent: { _id: 'b' },
      workDay: '2026-11-28',
    });
    expect(at([agent('a')]).agent).toBeUndefined();
  });
});

describe('by hand', () => {
  const can = (one: AgentDoc, loads: Load[] = [], over: Partial<Wanted> = {}) =>
    chooseByHand(wanted(over), one, around(loads)).agent !== undefined;

  it('past the roster and past a no, but not past capacity, leave, skill or a conflict', () => {
    expect(can(agent('a', { dutyWeekdays: [6] }))).toBe(true);
    expect(can(agent('a'), [], { passedBy: ['a', 'a'] })).toBe(true);
    expect(can(agent('a'), [load('a', 2, { workDay: '2026-11-23' })])).toBe(false);
    expect(can(agent('a', { leaves: [{ from: '2026-11-23', to: '2026-11-23', why: '' }] }))).toBe(false);
    expect(can(agent('a', { skills: [] }))).toBe(false);
    expect(can(agent('a'), [], { conflicts: ['a'] })).toBe(false);
  });

  it('shows a manager everybody, best first, and who is barred', () => {
    const agents = [agent('b', { active: false }), agent('c', { dutyWeekdays: [6] }), agent('a')];
    expect(rankAll(wanted(), agents, around()).map(({ agentId, barred }) => [agentId, barred])).toEqual([
      ['a', undefined],
      ['c', undefined],
      ['b', true],
    ]);
  });

  it('an older case waits for a hand only if the hand fits it', () => {
    expect(fits(wanted(), agent('a'), around())).toBe(true);
    expect(fits(wanted({ passedBy: ['a'] }), agent('a'), around())).toBe(false);
  });
});
