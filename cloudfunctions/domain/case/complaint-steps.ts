import { limits } from '../../../contract/limits';
import { type Rejection, reject } from '../../../contract/errors';
import { shanghai } from '../../../contract/time';
import type { CaseDoc, Hours, OrgDoc, PersonDoc } from '../documents';
import type { Policy } from '../policy';
import { clockOfDays, clockOfHours } from '../time/clock';
import { holderOf, holdingTier, placeOf, tierAbove } from './holder';
import type { Change } from './timeline';

/** What becomes of a complaint: received, answered, called back, closed; and once more one tier up. */
const dayMs = 86_400_000;

/** An answer: it closes by itself, unless the resident says within these days that it will not do. */
export function replied(kase: CaseDoc, result: string, who: PersonDoc, now: number): Change {
  return {
    result,
    completedAt: now,
    completedMonth: shanghai(now).format('YYYY-MM'),
    complaint: {
      ...kase.complaint,
      repliedBy: who._id,
      closeAt: now + limits.contestDays * dayMs,
      closedAt: undefined,
      calledAt: undefined,
    },
  };
}

/**
 * One attempt of the call-back: once the resident was reached it is over. Who answered does not ask whether it will do,
 * unless nobody else is there. Errors: COMPLAINT_CLOSED, OWN_CASE.
 */
export function calledBack(
  kase: CaseDoc,
  { who, isHeard, isAlone }: { who: PersonDoc; isHeard: boolean; isAlone: boolean },
  now: number,
): Change | Rejection {
  const { complaint } = kase;
  if (complaint?.closedAt !== undefined) return reject('COMPLAINT_CLOSED', { caseId: '已经办结了。' });
  if (complaint?.repliedBy === who._id && !isAlone)
    return reject('OWN_CASE', { caseId: '是您答复的，请换一位来打回访电话。' });
  return { complaint: { ...complaint, calledAt: now, ...(isHeard ? over(now) : {}) } };
}

const over = (now: number) => ({ closeAt: undefined, closedAt: now });

export const closed = ({ complaint }: CaseDoc, now: number): Change => ({
  complaint: { ...complaint, ...over(now) },
});

/**
 * One tier up, once, with clocks of its own anew. Errors: CONTESTED_ALREADY, COMPLAINT_CLOSED; NOBODY_ABOVE where there is no tier left, or
 * nobody in it who may read it.
 */
export function contested(
  kase: CaseDoc,
  chain: readonly OrgDoc[],
  { hours, policy, now }: { hours: Hours; policy: Policy; now: number },
): { holder: OrgDoc; change: Change } | Rejection {
  const { complaint, barred = [] } = kase;
  if (complaint?.contestedAt !== undefined)
    return reject('CONTESTED_ALREADY', { caseId: '已经请上一级查过一次了。' });
  if (complaint?.closedAt !== undefined) return reject('COMPLAINT_CLOSED', { caseId: '已经办结了。' });
  const tier = holdingTier(kase);
  const ids = new Set(complaint?.accused ?? []);
  const holder =
    tier === 'district' ? undefined : holderOf(chain, { ids, from: tierAbove(tier) }, new Set(barred));
  if (!holder) return reject('NOBODY_ABOVE', { caseId: '上面没有能再查的单位了。' });
  return {
    holder,
    change: {
      unit: placeOf(holder),
      result: undefined,
      completedAt: undefined,
      completedMonth: undefined,
      complaint: {
        ...complaint,
        contestedAt: now,
        closeAt: undefined,
        repliedBy: undefined,
        calledAt: undefined,
      },
      clocks: {
        ...kase.clocks,
        response: clockOfHours('workdays', hours, now, policy.values.responseHours),
        completion: clockOfDays(hours, now, policy.values.complaintDays),
      },
    },
  };
}

/** Until when the resident may say that the answer will not do; undefined where they cannot any more. */
export function contestUntil({ state, complaint }: CaseDoc): number | undefined {
  return state === 'completed' && complaint?.contestedAt === undefined ? complaint?.closeAt : undefined;
}
