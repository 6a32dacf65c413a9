import { limits } from './limits';
import type { CaseRow } from './models';

/** What a row tells of what its resident must do. */
export type Asking = Pick<
  CaseRow,
  'state' | 'submittedAt' | 'endedAt' | 'reviewed' | 'supply' | 'kind' | 'waits'
>;

/** 您现在要做的: one thing that waits for the resident. */
export type ToDo<Row extends Asking = CaseRow> =
  | { what: 'supply'; row: Row; supply: NonNullable<CaseRow['supply']> }
  | { what: 'decide'; row: Row; asks: string[] }
  | { what: 'review'; row: Row };

const dayMs = 24 * 60 * 60_000;

/**
 * What a resident must do in these cases of theirs, first things first: a paper that a case waits for, the nearest day before
 * the others; then whether a part of a bundle goes on without the result that it waited for; then a review, the newest case first. How late the office is changes nothing: that is not for the resident to
 * mend. A review is asked for as long as 没办成 can still be said; later it can be given, but the resident is not reminded.
 */
export function toDosOf<Row extends Asking>(rows: readonly Row[], now: number): ToDo<Row>[] {
  const supplies = rows.flatMap((row) =>
    row.supply ? [{ what: 'supply' as const, row, supply: row.supply }] : [],
  );
  const decisions = rows.flatMap((row) =>
    row.waits && row.waits.asks.length > 0 ? [{ what: 'decide' as const, row, asks: row.waits.asks }] : [],
  );
  const reviews = rows.filter((row) => isToReview(row, now)).map((row) => ({ what: 'review' as const, row }));
  return [
    ...supplies.sort((a, b) => dayOf(a.supply) - dayOf(b.supply)),
    ...decisions,
    ...reviews.sort((a, b) => b.row.submittedAt - a.row.submittedAt),
  ];
}

/** Without a day it waits for all that have one. */
const dayOf = ({ by = Number.MAX_SAFE_INTEGER }: { by?: number }) => by;

function isToReview({ state, reviewed, endedAt = 0, kind = 'errand' }: Asking, now: number): boolean {
  return (
    kind === 'errand' && state === 'completed' && !reviewed && now - endedAt <= limits.reopenDays * dayMs
  );
}
