import type { CaseDoc } from '../cloudfunctions/domain/documents';
import { effective, standard } from '../cloudfunctions/domain/policy';
import { brokenEvent } from '../cloudfunctions/domain/case/timeline';
import { cityMonth } from './city';
import { figuresOf } from './figures';
import { type Outcome, replay } from './replay';
import { agent, ask, month } from '../tests/support/small-month';

const options = { seed: 3, agents: 9, cases: 120, month: '2026-10' };

describe('a replayed month', () => {
  const city = cityMonth(options);
  const agents = new Map(city.agents.map((one) => [one._id, one]));
  const cases = new Map<string, CaseDoc>();
  const overfull: string[] = [];
  let outcomes: Outcome[] = [];

  beforeAll(() => {
    const before = JSON.stringify(city);
    outcomes = replay(city, standard, (kase) => {
      cases.set(kase._id, kase);
      const { holderId, workDay } = kase;
      if (holderId === undefined) return;
      const same = [...cases.values()].filter((one) => one.holderId === holderId && one.workDay === workDay);
      const visits = same.filter((one) => one.mode === 'home-visit');
      const holder = agents.get(holderId);
      if (same.length > (holder?.dailyCapacity ?? 0) || visits.length > (holder?.homeVisitCapacity ?? 0))
        overfull.push(`${holderId} ${workDay ?? ''}`);
    });
    expect(JSON.stringify(city)).toBe(before);
  });

  it('is the same for the same seed, and another for another', () => {
    const again = cityMonth(options);
    expect(JSON.stringify(again)).toBe(JSON.stringify(city));
    expect(replay(again, standard)).toEqual(outcomes);
    expect(JSON.stringify(cityMonth({ ...options, seed: 4 }))).not.toBe(JSON.stringify(city));
  });

  it('never fills an agent beyond the capacity of a day', () => {
    expect(overfull).toEqual([]);
  });

  it('loses no case: each is done by somebody who can, or counted as waiting', () => {
    expect(outcomes.map((one) => one.ask.id).sort()).toEqual(city.asks.map((one) => one.id).sort());
    for (const { ask: asked, agentId, acceptedAt = 0, completedAt = 0 } of outcomes.filter(isTaken)) {
      const holder = agents.get(agentId ?? '');
      expect(holder?.skills).toContain(asked.item.category);
      expect(holder?.unit.street).toBe(asked.resident.unit.street);
      expect(asked.at).toBeLessThanOrEqual(acceptedAt);
      expect(acceptedAt).toBeLessThanOrEqual(completedAt);
      expect(cases.get(asked.id)?.state).toBe('completed');
    }
    const waiting = outcomes.filter((one) => !isTaken(one));
    expect(waiting.map((one) => cases.get(one.ask.id)?.state)).toEqual(waiting.map(() => 'submitted'));
    expect(figuresOf(city, outcomes).waiting).toBe(waiting.length);
  });

  it('keeps a timeline of every case, as the functions would', () => {
    expect([...cases.values()].map((kase) => brokenEvent(kase.events))).toEqual(
      outcomes.map(() => undefined),
    );
    const kase = [...cases.values()].find(({ passedBy }) => passedBy.length > 0);
    expect(kase?.events.map((event) => event.do).slice(0, 2)).toEqual(['submit', 'offer']);
  });
});

it('gives the next case to whoever took less this month, though nobody has anything in hand', () => {
  const minutes = [0, 1, 2, 3].map((day) => day * 24 * 60);
  const agents = [agent('a', { gridIds: ['g'] }), agent('b')];
  const asks = minutes.map((minute) => ask('pension-qualification-verify', minute));
  const held = (weight: number) =>
    replay(month(agents, asks), effective([{ weights: { month: weight } }])).map(({ agentId }) => agentId);
  expect(held(0)).toEqual(['a', 'a', 'a', 'a']);
  expect(held(50)).toEqual(['a', 'b', 'a', 'b']);
});

describe('an offer', () => {
  const two = [agent('a'), agent('b')];
  const replayed = (answer: ReturnType<typeof month>['answer'], agents = two) =>
    replay({ ...month(agents, [ask('pension-qualification-verify', 0)]), answer }, standard)[0];

  it('that is declined goes to the next', () => {
    const does = (id: string) => (id === 'a' ? 'decline' : 'accept');
    expect(replayed((_, { _id }) => ({ does: does(_id), minutes: 5 }))).toMatchObject({
      agentId: 'b',
      offers: 2,
    });
  });

  it('that is not answered in time goes to the next, however the other would have answered', () => {
    const minutes = (id: string) => (id === 'a' ? 31 : 5);
    const outcome = replayed((_, { _id }) => ({ does: 'accept', minutes: minutes(_id) }));
    expect(outcome).toMatchObject({ agentId: 'b', offers: 2 });
    expect(((outcome?.acceptedAt ?? 0) - (outcome?.ask.at ?? 0)) / 60_000).toBe(35);
  });

  it('that nobody wants is given by hand in the end', () => {
    expect(replayed(() => ({ does: 'decline', minutes: 1 }))).toMatchObject({ byHand: true, offers: 5 });
  });

  it('waits where nobody can', () => {
    const outcome = replayed(() => ({ does: 'accept', minutes: 1 }), [agent('a', { skills: [] })]);
    expect(outcome).toMatchObject({ offers: 0, byHand: false });
    expect(outcome && isTaken(outcome)).toBe(false);
  });
});

function isTaken({ acceptedAt }: Outcome): boolean {
  return acceptedAt !== undefined;
}
