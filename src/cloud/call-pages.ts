import type { CaseRow } from 'contract/models';

/** Five pages hold a hundred cases: more than an agent carries, and as many as a manager reads at once. */
const most = 5;

/**
 * Several pages of a list of cases in one go, for pages that group or count what they show: an offer must not hide on
 * the second page. `cursor` tells where to go on when there were still more.
 */
export async function callPages(
  ask: (cursor?: string) => Promise<{ cases: CaseRow[]; cursor?: string }>,
  from?: string,
): Promise<{ rows: CaseRow[]; cursor?: string }> {
  const rows: CaseRow[] = [];
  let cursor = from;
  for (let page = 0; page < most; page++) {
    const answer = await ask(cursor);
    rows.push(...answer.cases);
    cursor = answer.cursor;
    if (cursor === undefined) break;
  }
  return { rows, cursor };
}
