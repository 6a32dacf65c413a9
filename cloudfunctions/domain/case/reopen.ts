import { limits } from '../../../contract/limits';
import { type Rejection, reject } from '../../../contract/errors';
import { dayOf } from '../../../contract/time';
import { nextWorkingInstant } from '../time/calendar';
import type { CaseDoc, Clock, Hours } from '../documents';
import type { Change } from './timeline';

/** 没办成: an end that was none. Rules: docs/decisions/0022. */
const dayMs = 86_400_000;

/** Until when a completed case can be said not to be done. */
export function reopenUntil(kase: CaseDoc): number | undefined {
  return kase.completedAt === undefined ? undefined : kase.completedAt + limits.reopenDays * dayMs;
}

/**
 * What reopening sets: the case is with whoever ended it, and its promise runs on as if it had never ended: what was said to
 * be done and was not buys no time. Errors: REOPEN_TOO_LATE.
 */
export function reopened(kase: CaseDoc, hours: Hours, now: number): Change | Rejection {
  const until = reopenUntil(kase);
  if (until !== undefined && now > until)
    return reject('REOPEN_TOO_LATE', { caseId: `办结超过${limits.reopenDays}天了。` });
  const { assignment, clocks } = kase;
  return {
    holderId: assignment?.agentId,
    workDay: dayOf(nextWorkingInstant(hours, now)),
    completedAt: undefined,
    completedMonth: undefined,
    firstCompletedAt: kase.firstCompletedAt ?? kase.completedAt,
    reopened: (kase.reopened ?? 0) + 1,
    reopenedAt: now,
    clocks: { ...clocks, completion: clocks.completion && runsOn(clocks.completion) },
  };
}

/** As if it had never stopped; a card that it has shown already is shown again, since nobody saw to it. */
function runsOn({ startedAt, warnAt, dueAt }: Clock): Clock {
  return { startedAt, warnAt, dueAt };
}
