import { limits } from './limits';
import type { CaseRow } from './models';

/** What a row tells of what its resident must do. */
export type Asking = Pick<
  CaseRow,
  'state' | 'submittedAt' | 'endedAt' | 'reviewed' | 'supply' | 'kind' | 'waits' | 'owed' | 'relation'
>;

/** 您现在要做的: one thing that waits for the resident. */
export type ToDo<Row extends Asking = CaseRow> =
  | { what: 'supply'; row: Row; supply: NonNullable<CaseRow['supply']> }
  | { what: 'decide'; row: Row; asks: string[] }
  | { what: 'owed'; row: Row }
  | { what: 'review'; row: Row };

const dayMs = 24 * 60 * 60_000;

/**
 * What a resident must do in these cases of theirs, first things first: a paper that a case waits for, the nearest day before
 * the others; then whether a part of a bundle goes on without the result that it waited for; then whether 证件 are
 * there that the office says to have handed over; then a review, the newest case first. How late the office is changes nothing: that is not for the resident to
 * mend. A review is asked for as long as 没办成 can still be said; later it can be given, but the resident is not reminded.
 */
export function toDosOf<Row extends Asking>(rows: readonly Row[], now: number): ToDo<Row>[] {
  const supplies = rows.flatMap((row) =>
    row.supply ? [{ what: 'supply' as const, row, supply: row.supply }] : [],
  );
  const decisions = rows.flatMap((row) =>
    row.waits && row.waits.asks.length > 0 ? [{ what: 'decide' as const, row, asks: row.waits.asks }] : [],
  );
  const owed = rows.filter(isToSay).map((row) => ({ what: 'owed' as const, row }));
  const reviews = rows.filter((row) => isToReview(row, now)).map((row) => ({ what: 'review' as const, row }));
  return [
    ...supplies.sort((a, b) => dayOf(a.supply) - dayOf(b.supply)),
    ...decisions,
    ...owed,
    ...reviews.sort((a, b) => b.row.submittedAt - a.row.submittedAt),
  ];
}

/** Without a day it waits for all that have one. */
const dayOf = ({ by = Number.MAX_SAFE_INTEGER }: { by?: number }) => by;

/** Only the resident says so: not who asked for them, whose row names the relation. */
const isToSay = ({ owed, relation }: Asking) => owed === 'said' && relation === undefined;

/** What was it like? Not while 证件 are still to be handed over, or said to be and not looked for. */
function isToReview({ owed, state, reviewed, endedAt = 0, kind = 'errand' }: Asking, now: number): boolean {
  return (
    kind === 'errand' &&
    state === 'completed' &&
    owed === undefined &&
    !reviewed &&
    now - endedAt <= limits.reopenDays * dayMs
  );
}
