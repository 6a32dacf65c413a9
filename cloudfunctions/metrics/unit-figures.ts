import type { Output } from '../../contract/actions';
import { type Counts, FEW, FEW_WORDS, partsOf } from '../../contract/metrics';
import { type Channel, type Mode, channels, modes } from '../../contract/words';
import type { OrgDoc } from '../domain/documents';
import { figuresOf, levelsOf, linesOf } from '../domain/figures/figures';
import { type Tables, totalOf } from '../domain/figures/rollup';
import { mondayOf, monthsTo, type Range } from '../../contract/period';
import { dayOf } from '../../contract/time';
import { figuresInEach } from '../kit/figures';
import { org, serviceItems, unitsBelow } from '../kit/reference';
import { headOf } from './unit';

/** What the scores page and the exports show of a unit. */
export type UnitFigures = Omit<Output<'metrics.overview'>, 'ranking'>;
export type Trend = 'month' | 'week';

export async function unitFigures(
  unit: OrgDoc,
  range: Range,
  trend: Trend,
  now: number,
): Promise<UnitFigures> {
  const today = dayOf(now);
  const { last, before } = monthsTo(range.to < today ? range.to : today);
  const [[whole, ...months], items, units] = await Promise.all([
    figuresInEach(unit, [range, last, before], now),
    serviceItems(),
    unitsBelow(unit._id),
  ]);
  const { tables = {}, asOf } = whole ?? {};
  const total = totalOf(tables);
  const month = ({ from }: Range, at: number) => {
    const key = from.slice(0, 7);
    return figuresOf(key, key, totalOf(months[at]?.tables ?? {}));
  };
  const serviceName = (code: string) => items.find((item) => item.code === code)?.name ?? code;
  const order = (code: string) => items.findIndex((item) => item.code === code);
  const rows = (table: Record<string, Counts> | undefined, nameOf: (key: string) => string) =>
    linesOf(Object.entries(table ?? {}).map(([key, counts]) => [key, nameOf(key), counts]));
  const heat = (table: Tables['weekday'], cells: number[]) =>
    Object.entries(table ?? {})
      .sort(([a], [b]) => order(a) - order(b))
      .map(([key, counts]) => ({
        key,
        name: serviceName(key),
        counts: cells.map((cell) => counts[cell] ?? 0),
      }));
  const gone = await goneFrom(units, Object.keys(tables.below ?? {}));
  const below = rows(tables.below, (id) => [...units, ...gone].find((one) => one._id === id)?.name ?? id);
  return {
    org: headOf(unit),
    ...range,
    asOf,
    total: figuresOf(unit._id, unit.name, total),
    months: { last: month(last, 0), before: month(before, 1) },
    terminated: total.terminated ?? 0,
    aside: total.aside ?? 0,
    levels: levelsOf(total),
    trend: trendOf(tables, trend),
    services: rows(tables.service, serviceName).sort((a, b) => order(a.key) - order(b.key)),
    modes: rows(tables.mode, (key) => modes[key as Mode] ?? key),
    channels: rows(tables.channel, (key) => channels[key as Channel] ?? key),
    below: below
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map((line) => ({
        ...line,
        tier: tierBelow(unit),
        canOpen: unit.tier !== 'community' && !gone.some(({ _id }) => _id === line.key),
      })),
    weekdays: heat(tables.weekday, range0(1, 7)),
    hours: heat(tables.hour, range0(0, 23)),
    words: wordsOf(tables, total),
  };
}

/** Units that lay below this one when they were counted, and lie elsewhere since. */
async function goneFrom(units: readonly OrgDoc[], ids: readonly string[]): Promise<OrgDoc[]> {
  const others = ids.filter((id) => !units.some(({ _id }) => _id === id));
  return (await Promise.all(others.map((id) => org(id)))).filter((unit) => unit !== undefined);
}

const range0 = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

function tierBelow({ tier }: OrgDoc): 'street' | 'community' | 'grid' {
  return tier === 'district' ? 'street' : tier === 'street' ? 'community' : 'grid';
}

/** A line for each month, or for each week from its Monday, oldest first. */
function trendOf(tables: Tables, trend: Trend) {
  const keyOf = trend === 'month' ? (day: string) => day.slice(0, 7) : mondayOf;
  const keys = [...new Set(Object.keys(tables.day ?? {}).map(keyOf))].sort();
  return linesOf(keys.map((key) => [key, key, totalOf(tables, (day) => keyOf(day) === key)]));
}

/** What reviews say in one word, commonest first. */
function wordsOf({ tag = {} }: Tables, total: Counts): UnitFigures['words'] {
  const reviews = partsOf('satisfaction', total).denominator;
  const hidden = reviews > 0 && reviews < FEW;
  const tags = Object.entries(tag).map(([word, { reviews: count = 0 }]) => ({ tag: word, count }));
  const shown = hidden ? [] : tags.filter(({ count }) => count >= FEW_WORDS);
  return { hidden, reviews, tags: shown.sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1)) };
}
