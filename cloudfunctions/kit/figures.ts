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
  const ids = periodsOf(range, dayOf(now)).map((period) => keyOf(unit._id, period));
  if (ids.length === 0) return { tables: {} };
  const found = await find('rollups', { _id: is.in(ids) }, { orderBy: [['_id', 'asc']], limit: 100 });
  const asOf = found.length > 0 ? Math.max(...found.map((one) => one.at)) : undefined;
  return { tables: sumOf(found.map(tablesOf)), asOf };
}
