import { type Rejection, reject } from '../../../contract/errors';
import { fromUpwards, isManagerOf } from '../case/case';
import type { Appeal, CaseDoc, PersonDoc, ReviewDoc } from '../documents';
import { tiers } from '../case/due';

/** 申诉: the rated agent holds a bad rating to be unjust. Rules: docs/decisions/0024. */

/** Why this rating cannot be appealed. Errors: NOT_APPEALABLE, ALREADY_APPEALED. */
export function appealable(review: ReviewDoc): Rejection | undefined {
  if (!review.bad) return reject('NOT_APPEALABLE', { entryId: '这条是满意的评价。' });
  return review.appeal && reject('ALREADY_APPEALED', { entryId: '这条申诉过了。' });
}

/** The unit that decides: one tier above the unit that handled the rectification; above the district there is none. */
export function appealTo({ unit, rectification }: CaseDoc): string {
  const handled = tiers.indexOf(rectification?.tier ?? 'community');
  return tiers.slice(handled + 1).flatMap((tier) => unit[tier] ?? [])[0] ?? unit.district;
}

/**
 * May this person decide on it: a manager of that unit or above, who neither had the case in hand nor handled the
 * rectification?
 */
export function mayJudge(
  who: PersonDoc,
  { agentId, unit }: ReviewDoc,
  { orgId }: Pick<Appeal, 'orgId'>,
  kase?: Pick<CaseDoc, 'agentIds' | 'rectification'>,
): boolean {
  if (who._id === agentId || kase?.agentIds.includes(who._id)) return false;
  if (kase?.rectification?.handler?.id === who._id) return false;
  return fromUpwards(unit, orgId).some((id) => isManagerOf(who, id));
}

/** An appeal that this person may decide, and that is open. Errors: APPEAL_NOT_YOURS, APPEAL_DECIDED. */
export function judgeable(
  who: PersonDoc,
  review: ReviewDoc,
  appeal: Appeal,
  kase: CaseDoc | undefined,
): CaseDoc | Rejection {
  if (!kase || !mayJudge(who, review, appeal, kase))
    return reject('APPEAL_NOT_YOURS', { caseId: '这个申诉不由您裁定。' });
  return appeal.state === 'open'
    ? kase
    : reject('APPEAL_DECIDED', { caseId: `${appeal.by?.name ?? ''}已经裁定了。` });
}
