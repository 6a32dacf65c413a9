/** Under the headings of the catalogue, in its order. */
export function byCategory<Row extends { category: string }>(items: readonly Row[]): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const item of items) groups.set(item.category, [...(groups.get(item.category) ?? []), item]);
  return [...groups];
}
