import type { CaseDoc, OrgDoc } from '../cloudfunctions/domain/documents';
import { standard } from '../cloudfunctions/domain/policy';
import { cityMonth } from './city';
import { exportedMonth } from './export';
import { figuresOf } from './figures';
import { replay } from './replay';

it('replays what was exported: the same cases, answered and done as they were', () => {
  const city = cityMonth({ seed: 5, agents: 6, cases: 50, month: '2026-11' });
  const cases = new Map<string, CaseDoc>();
  const outcomes = replay(city, standard, (kase) => cases.set(kase._id, kase));
  const orgs = [...city.hours].map(([_id, hours]) => ({ _id, hours }) as OrgDoc);
  const exported = JSON.parse(
    JSON.stringify({ cases: [...cases.values()], agents: city.agents, orgs }),
  ) as Parameters<typeof exportedMonth>[0];

  const month = exportedMonth(exported, 1);
  expect(month.asks.map(({ id, at, mode }) => ({ id, at, mode }))).toEqual(
    city.asks.map(({ id, at, mode }) => ({ id, at, mode })),
  );
  const again = replay(month, standard);
  const held = (list: typeof outcomes) => new Map(list.map((one) => [one.ask.id, one.agentId]));
  expect(held(again)).toEqual(held(outcomes));
  expect(figuresOf(month, again).offersPerCase).toBe(figuresOf(city, outcomes).offersPerCase);
});
