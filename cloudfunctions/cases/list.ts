import type { CaseRow } from '../../contract/models';
import { firstPart } from '../domain/case/case';
import type { CaseDoc } from '../domain/documents';
import { rowOf } from '../domain/case/view';
import type { Context } from '../kit/context';
import { findPage } from '../kit/page';
import type { Query } from '../kit/store';

/** What only a case's own page needs. */
export const heavy: (keyof CaseDoc & string)[] = [
  'events',
  'outbox',
  'candidates',
  'steps',
  'papers',
  'custody',
  'mandates',
  'shares',
];

/** A page of cases as lines, each for the part that the viewer has in that case. Lists leave the heavy fields out. */
export async function listCases(
  query: Query,
  order: ['submittedAt' | 'dueAt' | 'redAt' | 'rectifyBy', 'asc' | 'desc'],
  cursor: string | undefined,
  { who, now }: Pick<Context, 'who' | 'now'>,
): Promise<{ cases: CaseRow[]; cursor?: string }> {
  const page = await findPage('cases', query, order, cursor, heavy);
  return {
    cases: page.rows.map((kase) => rowOf(kase, firstPart(who, kase), now)),
    cursor: page.cursor,
  };
}
