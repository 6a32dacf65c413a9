import { limits } from '../../../contract/limits';
import { type Rejection, reject } from '../../../contract/errors';
import { dayOf } from '../../../contract/time';
import { nextWorkingInstant } from '../time/calendar';
import type { CaseDoc, Clock, Hours } from '../documents';
import type { Change } from './timeline';

/** 没办成: an end that was none. Rules: docs/decisions/0022. */
const dayMs = 86_400_000;

/** Until when a completed or terminated case can be said not to be done. */
export function reopenUntil({ completedAt, endedAt }: CaseDoc): number | undefined {
  const ended = completedAt ?? endedAt;
  return ended === undefined ? undefined : ended + limits.reopenDays * dayMs;
}

/**
 * What reopening sets: a completed case is with the agent who ended it; one that was given up or taken back is given out anew, to another agent
 * where there is one. Its promise runs on as if it had never ended: a false "done" buys no time.
 * Errors: REOPEN_TOO_LATE.
 */
export function reopened(kase: CaseDoc, hours: Hours, now: number): Change | Rejection {
  const until = reopenUntil(kase);
  if (until !== undefined && now > until)
    return reject('REOPEN_TOO_LATE', { caseId: `办结超过${limits.reopenDays}天了。` });
  const { assignment, clocks, respondedAt } = kase;
  return {
    ...(kase.state !== 'completed'
      ? givenOutAnew(kase, now)
      : { holderId: assignment?.agentId, workDay: dayOf(nextWorkingInstant(hours, now)) }),
    // An hour that was given back may be another resident's: a new one is agreed on.
    appointmentAt: undefined,
    completedAt: undefined,
    completedMonth: undefined,
    firstCompletedAt: kase.firstCompletedAt ?? kase.completedAt,
    reopened: (kase.reopened ?? 0) + 1,
    reopenedAt: now,
    clocks: {
      ...clocks,
      completion: clocks.completion && runsOn(clocks.completion),
      // No agent has ever said yes to it: that is still owed.
      response: respondedAt === undefined && clocks.response ? runsOn(clocks.response) : clocks.response,
    },
  };
}

function givenOutAnew({ assignment, passedBy, events, waits }: CaseDoc, now: number): Change {
  const ender = events.findLast((event) => event.do === 'terminate')?.by.id;
  const gaveUp = assignment && assignment.agentId === ender;
  return {
    assignment: undefined,
    passedBy: gaveUp ? [...passedBy, assignment.agentId] : passedBy,
    dispatchAt: now,
    // A part that had not begun waits on.
    waits: waits && { ...waits, lookAt: now },
  };
}

/** As if it had never stopped; a card that it has shown already is shown again, since its cause was not mended. */
function runsOn({ startedAt, warnAt, dueAt }: Clock): Clock {
  return { startedAt, warnAt, dueAt };
}
