import { agentDoc, monday, officeHours, orgDoc } from '../../../tests/support/world';
import { instantOf } from '../../../contract/time';
import { dayOfAgent, dutyByHand, rosterRowOf, uncoveredGrid, withLeave } from './roster';

/** Who works when. `monday` is 2026-11-23, ten in the morning. */
const leave = (from: string, to: string) => ({ from, to, why: '年假' });
const agent = agentDoc('a', {
  leaves: [leave('2026-11-25', '2026-11-26'), leave('2026-10-01', '2026-10-08')],
});

describe('a leave', () => {
  it.each([
    ['that ends before it begins', leave('2026-12-02', '2026-12-01'), 'RANGE_BACKWARDS', 'to'],
    ['that is over', leave('2026-11-20', '2026-11-22'), 'BAD_INPUT', 'to'],
    ['of more than half a year', leave('2026-12-01', '2027-12-01'), 'BAD_INPUT', 'to'],
    ['on days that are off already', leave('2026-11-26', '2026-11-27'), 'LEAVE_OVERLAPS', 'from'],
  ])('%s is refused, beside its field', (_, asked, code, field) => {
    const refused = withLeave(agent, asked, monday);
    expect(refused).toMatchObject({ ok: false, code });
    expect(Object.keys((refused as { fields?: object }).fields ?? {})).toEqual([field]);
  });

  it('stands in its order, without those that ended; asked for twice it is one', () => {
    const sooner = leave('2026-11-23', '2026-11-24');
    const both = withLeave(agent, sooner, monday);
    expect(both).toEqual([sooner, leave('2026-11-25', '2026-11-26')]);
    expect(withLeave(agent, leave('2026-11-25', '2026-11-26'), monday)).toEqual([
      leave('2026-11-25', '2026-11-26'),
    ]);
  });
});

it('holds duty by hand until the end of the day', () => {
  expect(dutyByHand(true, monday)).toEqual({ on: true, from: monday, until: instantOf('2026-11-24') });
});

it('finds the grid that an inactive agent leaves alone', () => {
  const grids = [orgDoc('g1', 'grid'), orgDoc('g2', 'grid')];
  const both = agentDoc('a', { gridIds: ['g1', 'g2'] });
  expect(uncoveredGrid(grids, [both])).toBeUndefined();
  expect(uncoveredGrid(grids, [{ ...both, active: false }, agentDoc('b', { gridIds: ['g1'] })])?._id).toBe(
    'g2',
  );
});

describe('a day', () => {
  const loads = [
    { agentId: 'a', workDay: '2026-11-23', mode: 'home-visit' as const, count: 2, taken: 2, overdue: 1 },
    { agentId: 'a', workDay: '2026-11-23', mode: 'counter' as const, count: 1, taken: 1, overdue: 0 },
    { agentId: 'a', workDay: '2026-11-24', mode: 'counter' as const, count: 4, taken: 4, overdue: 0 },
    { agentId: 'b', workDay: '2026-11-23', mode: 'home-visit' as const, count: 9, taken: 9, overdue: 9 },
  ];

  it('counts what is to be done today, visits apart, of this agent alone', () => {
    expect(dayOfAgent(agent, loads, officeHours, monday)).toMatchObject({
      isOnDuty: true,
      today: 3,
      todayVisits: 2,
    });
    expect(rosterRowOf(agent, '新民社区', loads, officeHours, monday)).toMatchObject({
      open: 7,
      overdue: 1,
      orgName: '新民社区',
    });
  });

  it('says when an agent on leave is there again', () => {
    const off = agentDoc('a', { leaves: [leave('2026-11-23', '2026-11-24')] });
    const { isOnDuty, nextDutyAt } = dayOfAgent(off, [], officeHours, monday);
    expect([isOnDuty, nextDutyAt]).toEqual([false, instantOf('2026-11-25', '08:30')]);
  });
});
