import type { Parsed } from '../../../contract/actions';
import { type Rejection, reject } from '../../../contract/errors';
import { isBad } from '../../../contract/words';
import { isAtHome } from '../../../contract/deeds';
import { partsIn } from '../case/case';
import type { CaseDoc, PersonDoc, ReviewDoc } from '../documents';
import { sealAtFor } from './batch';
import { strangeTags } from './review';

/** A resident's words as others may see them, and what WeChat said of them. */
export type Words = Pick<ReviewDoc, 'text' | 'textState' | 'checkAt' | 'toRead' | 'checks'>;

/** Tags that fit the level, photos of the caller's own. Errors: BAD_INPUT. */
export function fitting(
  { level, tags, photos }: Parsed<'reviews.submit'>,
  isOwn: (photo: string) => boolean,
): Rejection | undefined {
  const strange = strangeTags(level, tags);
  if (strange.length > 0)
    return reject('BAD_INPUT', { tags: `“${strange.join('、')}”和这个满意程度不合，请去掉。` });
  return photos.every(isOwn) ? undefined : reject('BAD_INPUT', { photos: '照片不是您传的，请重新选。' });
}

/**
 * The case, where this person may rate it now: a resident their own, an asker what they asked for, a manager for a resident without WeChat, but no case
 * that they had in hand. Errors: OWN_CASE, ALREADY_REVIEWED, NOT_FINISHED.
 */
export function ratable(kase: CaseDoc, who: PersonDoc): CaseDoc | Rejection {
  if (kase.residentId !== who._id && kase.agentIds.includes(who._id))
    return reject('OWN_CASE', { caseId: '自己办的件，不能由自己代录评价。' });
  if (kase.reviewLevel !== undefined) return reject('ALREADY_REVIEWED', { caseId: '已经评价过了。' });
  return kase.state === 'completed' ? kase : reject('NOT_FINISHED', { caseId: '还没有办结。' });
}

/** A resident who has WeChat rates themselves. Errors: RATES_THEMSELVES. */
export function speaksFor(who: PersonDoc, resident: PersonDoc | undefined): Rejection | undefined {
  return resident?._id !== who._id && resident?.openid
    ? reject('RATES_THEMSELVES', { caseId: '居民自己有微信，请本人评价。' })
    : undefined;
}

/** What is kept of a rating. */
export function reviewOf(
  who: PersonDoc,
  kase: CaseDoc,
  { level, tags, photos, wall }: Parsed<'reviews.submit'>,
  words: Words,
  now: number,
): ReviewDoc {
  const { _id, no, serviceCode, serviceName, unit, residentId, assignment, agentIds } = kase;
  const isOwn = residentId === who._id;
  const isSelf = partsIn(who, kase).some(isAtHome);
  // The platform tells who holds the phone by their openid alone: a person who had the case in hand never speaks for the resident.
  const headline = isSelf && !agentIds.includes(who._id);
  return {
    _id,
    no,
    serviceCode,
    serviceName,
    unit,
    residentId,
    agentId: assignment?.agentId ?? '',
    agentName: assignment?.agentName ?? '',
    level,
    bad: isBad(level),
    tags,
    photos,
    ...words,
    at: now,
    channel: isSelf ? 'self' : 'staff',
    headline,
    enteredBy: isOwn ? undefined : { id: who._id, name: who.name },
    sealAt: headline && words.textState !== 'waiting' ? sealAtFor(now) : undefined,
    wall: wall && isSelf && words.text !== undefined ? 'asked' : undefined,
  };
}

/** The review, where it may get its one addition or has it from this very request. Errors: REVIEW_NOT_FOUND, ALREADY_ADDED. */
export function addable(review: ReviewDoc | undefined, requestId: string): ReviewDoc | Rejection {
  if (!review) return reject('REVIEW_NOT_FOUND', { caseId: '还没有评价。' });
  return review.addition && review.addition.requestId !== requestId
    ? reject('ALREADY_ADDED', { caseId: '已经补充过了。' })
    : review;
}
