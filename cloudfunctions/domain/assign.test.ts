import { instantOf } from '../../contract/time';
import { type Load, type Wanted, chooseAgent } from './assign';
import type { AgentDoc, Hours } from './documents';

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
  turn: 0,
  lastOfferedAt: 0,
  ...over,
});
const wanted = (over: Partial<Wanted> = {}): Wanted => ({
  unit,
  category: '残疾人服务',
  mode: 'counter',
  declinedBy: [],
  ...over,
});
const load = (agentId: string, count: number, over: Partial<Load> = {}): Load => ({
  agentId,
  count,
  mode: 'counter',
  overdue: 0,
  ...over,
});
const chosen = (agents: AgentDoc[], loads: Load[] = [], over: Partial<Wanted> = {}) =>
  chooseAgent(wanted(over), agents, loads, hours, now);

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
    ['somebody who said no to this case', {}, [], { declinedBy: ['a'] }, '已婉拒过这件'],
    ['somebody off duty', { dutyWeekdays: [6] }, [], {}, '周一不当班'],
    ['somebody off duty at the hour', { dutyHours: ['13:30', '17:00'] }, [], {}, '那个时间不当班'],
    ['somebody whose day is full', {}, [load('a', 2, { workDay: '2026-11-23' })], {}, '当天已满(2件)'],
    [
      'somebody whose visits are full',
      {},
      [load('a', 1, { workDay: '2026-11-23', mode: 'home-visit' })],
      { mode: 'home-visit' },
      '当天上门已满(1件)',
    ],
    ['somebody who left', { active: false }, [], {}, '已停岗'],
  ])('is not %s', (_, over, loads, want, reason) => {
    const appointmentAt = want.appointmentAt ?? now;
    const choice = chosen([agent('a', over)], loads, { appointmentAt, ...want });
    expect(choice.agent).toBeUndefined();
    expect(choice.candidates).toEqual([{ agentId: 'a', name: 'A', chosen: false, reason }]);
  });
});

describe('who should', () => {
  it.each<[string, AgentDoc[], Load[], string]>([
    [
      'the grid’s own agent before all, even with more in hand',
      [agent('a'), agent('b', { gridIds: ['g1'] })],
      [load('b', 1)],
      'b',
    ],
    [
      'the community before its neighbours',
      [agent('a', { unit: { ...unit, community: 'c2' } }), agent('b')],
      [load('b', 1)],
      'b',
    ],
    ['the least loaded', [agent('a'), agent('b')], [load('a', 1)], 'b'],
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
    { agentId: 'a', name: 'A', chosen: true, reason: '同社区,手头没有活' },
    { agentId: 'b', name: 'B', chosen: false, reason: '同社区,手头1件,A手头更少' },
    { agentId: 'c', name: 'C', chosen: false, reason: '不办“残疾人服务”类事项' },
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

it('finds nobody where there is nobody', () => {
  expect(chosen([])).toEqual({ agent: undefined, workDay: '2026-11-23', candidates: [] });
});
