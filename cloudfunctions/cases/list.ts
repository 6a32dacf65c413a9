import type { CaseRow } from '../../contract/models';
import type { Part } from '../../contract/deeds';
import type { CaseDoc, PersonDoc } from '../domain/documents';
import { rowOf } from '../domain/case/view';
import type { Context } from '../kit/context';
import { findPage } from '../kit/page';
import type { Query } from '../kit/store';

/** What only a case's own page needs. */
export const heavy: (keyof CaseDoc & string)[] = ['events', 'outbox', 'candidates', 'steps'];

/** A page of cases as lines, for a viewer with this part in all of them. Lists leave the heavy fields out. */
export async function listCases(
  query: Query,
  order: ['submittedAt' | 'dueAt' | 'redAt' | 'rectifyBy', 'asc' | 'desc'],
  cursor: string | undefined,
  part: Part,
  { who, now }: Pick<Context, 'who' | 'now'>,
): Promise<{ cases: CaseRow[]; cursor?: string }> {
  const page = await findPage('cases', query, order, cursor, heavy);
  return { cases: page.rows.map((kase) => rowOf(kase, ownOr(part, kase, who), now)), cursor: page.cursor };
}

/** Whoever had a case in hand reads it as its agent, also where they oversee it. */
function ownOr(part: Part, kase: CaseDoc, who: PersonDoc): Part {
  return part === 'manager' && kase.assignment?.agentId === who._id ? 'agent' : part;
}
