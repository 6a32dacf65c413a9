import * as v from 'valibot';
import { limits } from '../limits';
import { type MetricKey, exportFormats, exportTables } from '../metrics';
import { day, orgId, quarter, text, tier } from '../models';
import type { Action } from './action';

const keysOf = <T extends object>(table: T) =>
  Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];

/**
 * A rate of `contract/metrics.ts` with what it is made from. Hidden: the denominator is under 20, or (`isCover`) the row would
 * give a hidden neighbour away; then nothing but the denominator is told. `rate`, `low` and `high` are 0..1 and null where
 * there is nothing to divide by; `low` and `high` are Wilson's interval of 95 %.
 */
export const rate = v.object({
  numerator: v.nullable(v.number()),
  denominator: v.number(),
  rate: v.nullable(v.number()),
  low: v.nullable(v.number()),
  high: v.nullable(v.number()),
  hidden: v.boolean(),
  isCover: v.optional(v.boolean()),
});
export type Rate = v.InferOutput<typeof rate>;
const rates = v.object({
  response: rate,
  solving: rate,
  onTime: rate,
  satisfaction: rate,
  participation: rate,
  mending: rate,
} satisfies Record<MetricKey, typeof rate>);
export type Rates = v.InferOutput<typeof rates>;

/** One line of a breakdown or a trend. */
export const figures = v.object({
  /** the item's code, the mode, the channel, the unit's or agent's id; of a trend `2026-11` or the week's Monday */
  key: v.string(),
  name: v.string(),
  /** cases asked for */
  asked: v.number(),
  completed: v.number(),
  rates,
});
export type Figures = v.InferOutput<typeof figures>;

/** What people ask for, when: how many cases of an item on each weekday (Monday first) or at each hour (0 to 23). */
const heat = v.array(v.object({ key: v.string(), name: v.string(), counts: v.array(v.number()) }));

/** Who turned the ranking of persons on or off, newest first. */
export const ranking = v.object({
  on: v.boolean(),
  log: v.array(v.object({ at: v.number(), by: v.string(), on: v.boolean(), why: v.string() })),
});
export type Ranking = v.InferOutput<typeof ranking>;

const span = { from: v.optional(day), to: v.optional(day) };
const org = v.object({ id: v.string(), name: v.string(), tier });

/** A file to fetch within `seconds`. */
export const link = v.object({
  url: v.string(),
  /** what to call it */
  name: v.string(),
  /** rows below the head */
  rows: v.number(),
  seconds: v.number(),
});
export type Link = v.InferOutput<typeof link>;

/** Figures of units, read from roll-ups alone: what a dashboard costs does not grow with history. */
export const metrics = {
  /**
   * Everything of a unit's scores page. `from` and `to` are days, both included; the default is the twelve calendar months
   * up to today. `asOf`: when the newest figure was counted.
   */
  overview: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({
      orgId,
      ...span,
      trend: v.optional(v.picklist(['month', 'week']), 'month'),
    }),
    output: v.object({
      org,
      from: v.string(),
      to: v.string(),
      asOf: v.optional(v.number()),
      total: figures,
      /** the month that the range ends in, as far as it has come, and the whole month before it: what changed */
      months: v.object({ last: figures, before: figures }),
      terminated: v.number(),
      /** reviews that stay out of the rates */
      aside: v.number(),
      /** how many chose each level; null where the reviews are under 20 */
      levels: v.nullable(v.record(v.string(), v.number())),
      /** oldest first */
      trend: v.array(figures),
      services: v.array(figures),
      modes: v.array(figures),
      channels: v.array(figures),
      /** the units one tier below, side by side: grids of a community, communities of a street, streets of a district */
      below: v.array(v.object({ ...figures.entries, tier, canOpen: v.boolean() })),
      weekdays: heat,
      hours: heat,
      /** tags of headline reviews that at least five share, commonest first; hidden where the reviews are under 20 */
      words: v.object({
        hidden: v.boolean(),
        reviews: v.number(),
        tags: v.array(v.object({ tag: v.string(), count: v.number() })),
      }),
      ranking,
    }),
  },
  /** The agents of a community side by side, where ranking persons was turned on for it. */
  persons: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId, ...span }),
    output: v.object({ org, from: v.string(), to: v.string(), persons: v.array(figures), ranking }),
  },
  /** Turns the ranking of persons of a community on or off; each turn stays in `ranking.log` for all who see the page. */
  setRanking: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ orgId, on: v.boolean(), why: text(limits.reason, '原因') }),
    output: ranking,
  },
  /** Any table of a unit as a file. Names and phones in the list of cases are masked, and no review is beside a case. */
  export: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({
      orgId,
      table: v.picklist(keysOf(exportTables), '请选一张表。'),
      format: v.optional(v.picklist(keysOf(exportFormats), '请选 Excel 或 CSV。'), 'xlsx'),
      ...span,
    }),
    output: link,
  },
  /** 述职: the caller's own figures of a quarter that is over, for their report. */
  pack: {
    roles: ['agent'],
    writes: true,
    input: v.strictObject({ quarter }),
    output: link,
  },
  /** 评议表: a form to print for the invited reviewers (评议官) of a unit, with its figures of a quarter that is over. */
  form: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ orgId, quarter }),
    output: link,
  },
} satisfies Record<string, Action>;
