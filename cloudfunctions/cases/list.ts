import type { CaseRow } from '../../contract/models';
import type { Part } from '../../contract/states';
import type { CaseDoc } from '../domain/documents';
import { rowOf } from '../domain/view';
import { findPage } from '../kit/page';
import type { Query } from '../kit/store';

/** What only a case's own page needs. */
export const heavy: (keyof CaseDoc & string)[] = ['events', 'outbox', 'candidates', 'steps'];

/** A page of cases as lines, for a viewer with this part in all of them. Lists leave the heavy fields out. */
export async function listCases(
  query: Query,
  order: ['submittedAt' | 'dueAt' | 'redAt', 'asc' | 'desc'],
  cursor: string | undefined,
  part: Part,
  now: number,
): Promise<{ cases: CaseRow[]; cursor?: string }> {
  const page = await findPage('cases', query, order, cursor, heavy);
  return { cases: page.rows.map((kase) => rowOf(kase, part, now)), cursor: page.cursor };
}
