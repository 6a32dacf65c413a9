import { dayOf } from '../../contract/time';
import type { OrgDoc } from '../domain/documents';
import type { Range } from '../../contract/period';
import { periodsOf } from '../domain/time/range';
import { type Tables, keyOf, sumOf, tablesOf } from '../domain/figures/rollup';
import { find, is } from './store';

/**
 * A unit's figures of a range, in one read: of two years at most 23 months and the days at both ends, whatever the
 * history. `asOf` is when the newest of them was counted.
 */
export async function figuresIn(
  unit: OrgDoc,
  range: Range,
  now: number,
): Promise<{ tables: Tables; asOf?: number }> {
  const [figures = { tables: {} }] = await figuresInEach(unit, [range], now);
  return figures;
}

/** The same of several ranges, in one read still: together they must not need more than 100 months and days. */
export async function figuresInEach(
  unit: OrgDoc,
  ranges: readonly Range[],
  now: number,
): Promise<{ tables: Tables; asOf?: number }[]> {
  const wanted = ranges.map((range) => periodsOf(range, dayOf(now)).map((period) => keyOf(unit._id, period)));
  const ids = [...new Set(wanted.flat())];
  const found =
    ids.length === 0
      ? []
      : await find('rollups', { _id: is.in(ids) }, { orderBy: [['_id', 'asc']], limit: 100 });
  const read = new Map(found.map((one) => [one._id, { tables: tablesOf(one), at: one.at }]));
  return wanted.map((keys) => {
    const parts = keys.flatMap((key) => read.get(key) ?? []);
    return {
      tables: sumOf(parts.map(({ tables }) => tables)),
      asOf: parts.length > 0 ? Math.max(...parts.map(({ at }) => at)) : undefined,
    };
  });
}
