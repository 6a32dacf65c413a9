import type { Unit } from './unit';

export type RollupTable =
  | 'day'
  | 'service'
  | 'mode'
  | 'channel'
  | 'below'
  | 'agent'
  | 'weekday'
  | 'hour'
  | 'tag';

/** Table → row → counts by `CountKey`; of `weekday` (1 to 7) and `hour` (0 to 23) by that, of `tag` by `reviews`. */
export type RollupTables = Partial<Record<RollupTable, Record<string, Record<string, number>>>>;

/**
 * 汇总: what is counted of a unit's cases on a day (`2026-11-23`) or in a month (`2026-11`). The `_id` is `orgId:period`.
 * Of a community a day is made from its cases; all others are sums. See contract/metrics.ts.
 */
export interface RollupDoc {
  _id: string;
  orgId: string;
  tier: 'community' | 'street' | 'district';
  /** the unit above */
  parent: string;
  unit: Unit;
  period: string;
  /** when it was made */
  at: number;
  /** `RollupTables` as one text (`domain/figures/rollup.ts`): no query looks inside, and it costs a tenth of a thousand fields */
  packed: string;
}

/** How far `rollup` has read the cases, in the order they changed. The `_id` is `rollup`. */
export interface MarkDoc {
  _id: string;
  /** `touchedAt` and `_id` of the last case that was read */
  at: number;
  id: string;
  /** when the reading began that has not come to its end yet */
  began?: number;
}

/** A file that was taken away, and who took it. The `_id` is `personId:requestId`. */
export interface ExportDoc {
  _id: string;
  at: number;
  by: string;
  /** of what was asked for */
  digest?: string;
  orgId: string;
  table: string;
  name: string;
  rows: number;
  fileId: string;
  /** when the file is deleted; absent once it is */
  deleteAt?: number;
}
