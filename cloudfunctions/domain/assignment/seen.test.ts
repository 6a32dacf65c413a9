import { agentDoc, itemOf, monday, officeHours as hours, opened } from '../../../tests/support/world';
import { policyOf } from '../policy';
import { chooseAgent } from './assign';
import { type Seen, withMore } from './seen';

/** An agent whom others gave cases since they were counted: no slot is given twice, whichever day those cases are of. */
const days = ['2026-11-23', '2026-11-24', '2026-11-25'];
const kase = opened({ item: itemOf('disability-certificate') });
const { weights } = policyOf(kase.unit, []).values;
const one = agentDoc('a', { turn: 4 });
const counted: Seen = {
  agents: [one],
  loads: [{ agentId: 'a', workDay: days[0], mode: 'home-visit', count: 1, overdue: 0, taken: 1 }],
};
const chosen = ({ agents, loads }: Seen) => chooseAgent(kase, agents, { loads, hours, weights, now: monday });
const after = (more: number) => withMore(counted, { ...one, turn: one.turn + more }, days);

it('is still chosen for the same day while there is room for all of them on it', () => {
  const roomy = { ...one, dailyCapacity: 4, homeVisitCapacity: 4 };
  const seen = withMore({ ...counted, agents: [roomy] }, { ...roomy, turn: 6 }, days);
  expect(seen && chosen(seen)).toMatchObject({ agent: { _id: 'a', turn: 6 }, workDay: days[0] });
});

it('is asked for another day once they may fill the first', () => {
  expect(chosen(counted).workDay).toBe(days[0]);
  const seen = after(1);
  expect(seen && chosen(seen)).toMatchObject({ agent: { _id: 'a' }, workDay: days[1] });
});

it('is not chosen once they may fill every day', () => {
  const seen = after(2);
  expect(seen && chosen(seen).agent).toBeUndefined();
});

it('has no more in hand than they are', () => {
  const loads = after(2)?.loads ?? [];
  expect(loads.reduce((sum, load) => sum + load.count, 0)).toBe(3);
  expect(loads.reduce((sum, load) => sum + load.taken, 0)).toBe(3);
});

it.each([4, 3, NaN])('is not known where the turn is %d', (turn) => {
  expect(withMore(counted, { ...one, turn }, days)).toBeUndefined();
});
