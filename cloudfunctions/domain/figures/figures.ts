import type { Figures, Rate, Rates } from '../../../contract/actions/metrics';
import { type Counts, FEW, type MetricKey, metricKeys, metrics, partsOf } from '../../../contract/metrics';
import type { Score } from '../../../contract/models';
import { type Level, levels } from '../../../contract/words';

/** From counts to what people read. Definitions: contract/metrics.ts. */

const nothing = { numerator: null, rate: null, low: null, high: null };

/** One rate of some counts; hidden where fewer than 20 are below the line. */
export function rateOf(key: MetricKey, counts: Counts): Rate {
  const { numerator, denominator } = partsOf(key, counts);
  if (denominator === 0) return { ...nothing, numerator: 0, denominator, hidden: false };
  if (denominator < FEW) return { ...nothing, denominator, hidden: true };
  return {
    numerator,
    denominator,
    rate: numerator / denominator,
    ...wilson(numerator, denominator),
    hidden: false,
  };
}

/** The standard normal's 97.5 % point. */
const Z = 1.959963984540054;

/** Wilson's interval of 95 % for a share; both ends lie in 0..1. Source: E. B. Wilson, JASA 22 (1927) 209–212. */
export function wilson(numerator: number, denominator: number): { low: number; high: number } {
  const share = numerator / denominator;
  const z2 = Z * Z;
  const centre = share + z2 / (2 * denominator);
  const reach = Z * Math.sqrt((share * (1 - share)) / denominator + z2 / (4 * denominator * denominator));
  const whole = 1 + z2 / denominator;
  return { low: Math.max(0, (centre - reach) / whole), high: Math.min(1, (centre + reach) / whole) };
}

/** One line: all rates of some counts. */
export function figuresOf(key: string, name: string, counts: Counts): Figures {
  const rates = Object.fromEntries(metricKeys.map((metric) => [metric, rateOf(metric, counts)])) as Rates;
  return { key, name, asked: counts.asked ?? 0, completed: counts.completed ?? 0, rates };
}

/**
 * Lines that together make up a line that is shown. What the hidden lines hold together could be worked out by taking the
 * others from the whole: so the smallest of the others are hidden too, until the hidden ones hold 20 people or more.
 */
export function linesOf(rows: readonly [key: string, name: string, counts: Counts][]): Figures[] {
  return metricKeys
    .filter((metric) => metrics[metric].isPersonal)
    .reduce(
      (lines, metric) => covered(lines, metric),
      rows.map((row) => figuresOf(...row)),
    );
}

function covered(lines: readonly Figures[], metric: MetricKey): Figures[] {
  const bySize = lines
    .filter((line) => line.rates[metric].denominator > 0)
    .sort((a, b) => a.rates[metric].denominator - b.rates[metric].denominator);
  const hidden = new Set(bySize.filter((line) => line.rates[metric].hidden));
  const least = () => [...hidden].reduce((sum, line) => sum + line.rates[metric].denominator, 0);
  for (const line of bySize) if (hidden.size > 0 && least() < FEW) hidden.add(line);
  return lines.map((line) => {
    const { denominator, hidden: isFew } = line.rates[metric];
    if (!hidden.has(line) || isFew) return line;
    return {
      ...line,
      rates: { ...line.rates, [metric]: { ...nothing, denominator, hidden: true, isCover: true } },
    };
  });
}

/** How many chose each level, or null where they are under 20. */
export function levelsOf(counts: Counts): Record<Level, number> | null {
  return rateOf('satisfaction', counts).hidden ? null : allLevels(counts);
}

function allLevels(counts: Counts): Record<Level, number> {
  return Object.fromEntries(
    (Object.keys(levels) as Level[]).map((level) => [level, counts[level] ?? 0]),
  ) as Record<Level, number>;
}

/** The review score that `reviews.scores` gives: satisfied ÷ reviews, and reviews ÷ cases completed. */
export function scoreOf(counts: Counts): Score {
  const { numerator, denominator } = partsOf('satisfaction', counts);
  const { rate, hidden } = rateOf('satisfaction', counts);
  const rated = partsOf('participation', counts);
  return {
    numerator,
    denominator,
    rate,
    hidden,
    completed: counts.completed ?? 0,
    responseRate: rated.denominator === 0 ? null : rated.numerator / rated.denominator,
    levels: allLevels(counts),
  };
}
