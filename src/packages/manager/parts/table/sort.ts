/** By which head a table is sorted, and whether what is greatest stands first. */
export interface Sort {
  head: string;
  isDown: boolean;
}

/** What a press on a head makes of it: up, then down, then as the rows were given. */
export function turned(sort: Sort | undefined, head: string): Sort | undefined {
  if (sort?.head !== head) return { head, isDown: false };
  return sort.isDown ? undefined : { head, isDown: true };
}

/** Rows that have nothing to be sorted by stand last either way; equals stay in the order they were given in. */
export function sorted<T>(
  rows: readonly T[],
  by: ((row: T) => number | string | undefined) | undefined,
  isDown = false,
): readonly T[] {
  if (!by) return rows;
  const compare = (one: T, other: T) => {
    const [a, b] = [by(one), by(other)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : `${a}`.localeCompare(`${b}`, 'zh');
    return isDown ? -order : order;
  };
  return [...rows].sort(compare);
}
