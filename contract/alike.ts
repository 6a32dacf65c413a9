import type { CaseRow } from './models';

/** 像是同一件: reports of the same kind, at the same place, within the hour. They are shown together and stay cases of their own. */

const hourMs = 60 * 60_000;

type Row = Pick<CaseRow, 'alike' | 'submittedAt'>;

/** The rows in groups of at least two, each from its first report on for an hour; and the others in their order. */
export function groupsOf<R extends Row>(rows: readonly R[]): { groups: R[][]; others: R[] } {
  const byTime = rows
    .filter(({ alike }) => alike !== undefined)
    .sort((a, b) => a.submittedAt - b.submittedAt);
  const groups: R[][] = [];
  const last = new Map<string, R[]>();
  for (const row of byTime) {
    const group = last.get(row.alike ?? '');
    const [first] = group ?? [];
    if (group && first && row.submittedAt - first.submittedAt <= hourMs) group.push(row);
    else {
      const begun = [row];
      last.set(row.alike ?? '', begun);
      groups.push(begun);
    }
  }
  const several = groups.filter(({ length }) => length > 1);
  const together = new Set(several.flat());
  return { groups: several, others: rows.filter((row) => !together.has(row)) };
}
