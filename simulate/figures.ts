import { workingTimeBetween } from '../cloudfunctions/domain/time/calendar';
import { type Ask, type Month, hoursOf } from './month';
import type { Outcome } from './replay';
import { burdenOf, capacityOf, daysInHandOf, isOutside, isUrgent } from './work';

/** What a month came to. */
export interface Figures {
  /** working minutes until an agent said yes */
  waitMedian: number;
  waitP95: number;
  /** cases done after their promise, or not at all */
  late: number;
  onTimeRate: number;
  /** standard deviation between agents of the cases taken ÷ daily capacity, each weighted by capacity, as a part of the mean */
  spread: number;
  /** the same of the working days that the cases were in hand, which is not known when a case is given */
  inHand: number;
  offersPerCase: number;
  byHand: number;
  visits: number;
  /** of them outside the agent's own grid */
  outside: number;
  /** no agent ever took them */
  waiting: number;
}

export function figuresOf(month: Month, outcomes: readonly Outcome[]): Figures {
  const sum = (of: (one: Outcome) => number | boolean) =>
    outcomes.reduce((total, one) => total + one.share * Number(of(one)), 0);
  const cases = sum(() => 1);
  const agents = new Map(month.agents.map((agent) => [agent._id, agent]));
  const late = sum(({ completedAt, dueAt }) => completedAt === undefined || completedAt > dueAt);
  const waits = waitsOf(month, outcomes);
  return {
    waitMedian: quantile(waits, 0.5),
    waitP95: quantile(waits, 0.95),
    late,
    onTimeRate: cases === 0 ? 1 : 1 - late / cases,
    spread: spreadOf(month, outcomes, burdenOf),
    inHand: spreadOf(month, outcomes, (ask) => daysInHandOf(ask, month)),
    offersPerCase: cases === 0 ? 0 : sum(({ offers }) => offers) / cases,
    byHand: sum(({ byHand }) => byHand),
    visits: sum(({ ask }) => ask.mode === 'home-visit'),
    outside: sum(({ ask, agentId }) => {
      const agent = agents.get(agentId ?? '');
      return agent !== undefined && isOutside(ask, agent);
    }),
    waiting: sum(({ acceptedAt }) => acceptedAt === undefined),
  };
}

function spreadOf(month: Month, outcomes: readonly Outcome[], burden: (ask: Ask) => number): number {
  const loads = new Map<string, number>();
  for (const { agentId, ask, share } of outcomes) {
    if (agentId !== undefined) loads.set(agentId, (loads.get(agentId) ?? 0) + share * burden(ask));
  }
  const parts = month.agents
    .map((agent) => ({ load: loads.get(agent._id) ?? 0, capacity: capacityOf(agent) }))
    .filter(({ capacity }) => capacity > 0);
  const total = (of: (one: (typeof parts)[number]) => number) => parts.reduce((sum, one) => sum + of(one), 0);
  const whole = total(({ capacity }) => capacity);
  const mean = total(({ load }) => load) / whole;
  if (!(mean > 0)) return 0;
  return Math.sqrt(total(({ load, capacity }) => capacity * (load / capacity - mean) ** 2) / whole) / mean;
}

function waitsOf(month: Month, outcomes: readonly Outcome[]): [minutes: number, share: number][] {
  return outcomes.map(({ ask, acceptedAt, share }) => {
    if (acceptedAt === undefined) return [Infinity, share];
    const ms = isUrgent(ask)
      ? acceptedAt - ask.at
      : workingTimeBetween(hoursOf(month, ask), ask.at, acceptedAt);
    return [ms / 60_000, share];
  });
}

function quantile(values: [value: number, share: number][], part: number): number {
  const sorted = values.toSorted(([a], [b]) => a - b);
  let left = part * sorted.reduce((total, [, share]) => total + share, 0);
  for (const [value, share] of sorted) {
    left -= share;
    if (left <= 0) return value;
  }
  return sorted.at(-1)?.[0] ?? 0;
}
