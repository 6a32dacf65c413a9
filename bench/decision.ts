import { instantOf } from '../contract/time';
import { type Load, chooseAgent } from '../cloudfunctions/domain/assignment/assign';
import { standard } from '../cloudfunctions/domain/policy';
import { draw } from '../simulate/chance';
import { cityMonth } from '../simulate/city';
import { type Section, median } from './harness';

const AGENTS = 1000;
const ROUNDS = 200;
const now = instantOf('2026-11-23', '10:00');

/** One decision of the real rule among a thousand agents of one street, each with cases in hand, against a plain sort. */
export async function decision(): Promise<Section> {
  const city = cityMonth({ seed: 1, agents: AGENTS, cases: 0, month: '2026-11' });
  const [first] = city.agents;
  const hours = city.hours.get(first?.unit.community ?? '');
  if (!first || !hours) throw new Error('a city without agents');
  const agents = city.agents.map((agent) => ({
    ...agent,
    unit: { ...first.unit, community: agent.unit.community },
  }));
  const loads = agents.flatMap(({ _id: agentId }): Load[] =>
    (['counter', 'home-visit'] as const).map((mode) => ({
      agentId,
      mode,
      workDay: '2026-11-23',
      count: Math.floor(draw(agentId, mode) * 3),
      overdue: 0,
      taken: Math.floor(draw(agentId, mode, 'taken') * 30),
    })),
  );
  const wanted = {
    unit: { ...first.unit, grid: first.gridIds[0] },
    // Every agent knows this matter: all thousand are weighed.
    category: '咨询与反映',
    mode: 'counter' as const,
    dueAt: now,
    passedBy: [],
    conflicts: [],
  };
  const around = { loads, hours, weights: standard.weights, now };
  const records = agents.map((agent) => ({ id: agent._id, cost: draw(agent._id) }));

  const times: Record<'choose' | 'sort', number[]> = { choose: [], sort: [] };
  // By turns, so that what else the machine does meets both.
  for (let round = 0; round < ROUNDS; round += 1) {
    times.choose.push(timed(() => chooseAgent(wanted, agents, around)));
    times.sort.push(timed(() => records.toSorted((a, b) => a.cost - b.cost || (a.id < b.id ? -1 : 1))));
  }
  const [value, floor] = [median(times.choose), median(times.sort)];
  return {
    title: `One decision among ${AGENTS.toLocaleString('en')} agents against a plain sort of as many records (median of ${ROUNDS})`,
    figures: [
      { name: 'chooseAgent, with a reason for everybody', value, unit: 'ms', floor, ratio: value / floor },
    ],
  };
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
