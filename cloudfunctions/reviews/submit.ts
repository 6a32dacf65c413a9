import type { Output, Parsed } from '../../contract/actions';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { isBad } from '../../contract/words';
import { sealAtFor } from '../domain/review/batch';
import { partsIn } from '../domain/case/case';
import { afterCheck } from '../domain/content';
import type { CaseDoc, OrgDoc, ReviewDoc } from '../domain/documents';
import { maskText } from '../domain/mask';
import { rectificationFor, rectifierOf } from '../domain/review/rectify';
import { strangeTags } from '../domain/review/review';
import { type Change, advance } from '../domain/case/timeline';
import { permitted, stepBy } from '../kit/cases';
import { checkText } from '../kit/content';
import type { Context } from '../kit/context';
import { hoursOf, org } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { liesIn } from '../kit/storage';
import { get, transact } from '../kit/store';
import { replaceIn } from '../kit/write';

type Answer = Output<'reviews.submit'>;

/**
 * A completed case is rated, once: by the resident, or, for one without WeChat, by a manager who writes down what they were
 * told (代录): whoever can rate is never forestalled. The review,
 * its mark in the case and the rectification of a bad one are written together. WeChat is asked about the words
 * before; where it cannot say, the review counts and its words wait.
 *
 * Errors: OWN_CASE, RATES_THEMSELVES, ALREADY_REVIEWED, NOT_FINISHED, and BAD_INPUT for tags and photos that do not belong.
 */
export const submit: HandlerOf<'reviews.submit'> = async (context, input) => {
  const { caseId, level, tags } = input;
  const strange = strangeTags(level, tags);
  if (strange.length > 0)
    return reject('BAD_INPUT', { tags: `“${strange.join('、')}”和这个满意程度不合,请去掉。` });
  if (!input.photos.every((photo) => isOwnPhoto(photo, context.who._id)))
    return reject('BAD_INPUT', { photos: '照片不是您传的,请重新选。' });
  const kase = ratable(context, await get('cases', caseId));
  if (isRejection(kase)) return kase;
  if (isRepeated(context, kase)) return answerOf(kase, level);

  if (kase.residentId !== context.who._id && (await get('people', kase.residentId))?.openid)
    return reject('RATES_THEMSELVES', { caseId: '居民自己有微信,请本人评价。' });

  const { community, street, district } = kase.unit;
  const [words, units, hours] = await Promise.all([
    wordsOf(context, input.text),
    Promise.all([community, street, district].map((id) => (id === undefined ? undefined : org(id)))),
    hoursOf(community),
  ]);
  const known = units.filter((unit): unit is OrgDoc => unit !== undefined);
  return transact(async (tx) => {
    const current = ratable(context, await tx.get('cases', caseId));
    if (isRejection(current)) return current;
    if (isRepeated(context, current)) return answerOf(current, level);
    const rectifier = isBad(level) ? rectifierOf(known, current.agentIds) : undefined;
    const review = reviewOf(context, current, input, words);
    const change: Change = {
      reviewLevel: level,
      reviewedAt: context.now,
      reviewHeadline: review.headline,
      ...(rectifier && rectificationFor(current, level, rectifier, hours, context.now)),
    };
    const rated = advance(current, stepBy(context, current, 'review'), change);
    if (isRejection(rated)) return rated;
    await tx.add('reviews', review);
    await replaceIn(tx, current, rated);
    return answerWith(rated, review.level, review.textState);
  });
};

/** A picture in the caller's own folder. */
function isOwnPhoto(fileId: string, personId: string): boolean {
  return liesIn(`reviews/${personId}`, fileId) && /\/[\w.-]+\.(?:jpe?g|png|webp)$/i.test(fileId);
}

const isRepeated = ({ requestId, who }: Context, kase: CaseDoc) =>
  kase.events.some(
    (event) => event.do === 'review' && event.requestId === requestId && event.by.id === who._id,
  );

/** The case that the caller may rate now. A repeat of the very request that rated it goes through. */
function ratable(context: Context, found: CaseDoc | undefined): CaseDoc | Rejection {
  const { who } = context;
  const kase = permitted('reviews.submit', who, found, '只有提出请求的人能评价。');
  if (isRejection(kase) || isRepeated(context, kase)) return kase;
  if (kase.residentId !== who._id && kase.agentIds.includes(who._id))
    return reject('OWN_CASE', { caseId: '自己办的件,不能由自己代录评价。' });
  if (kase.reviewLevel !== undefined) return reject('ALREADY_REVIEWED', { caseId: '已经评价过了。' });
  if (kase.state !== 'completed') return reject('NOT_FINISHED', { caseId: '还没有办结。' });
  return kase;
}

type Words = Pick<ReviewDoc, 'text' | 'textState' | 'checkAt' | 'toRead' | 'checks'>;

/** The words as others may see them, and what WeChat said of them. */
async function wordsOf({ openid, now }: Context, text: string | undefined): Promise<Words> {
  if (text === undefined) return { checks: 0 };
  const masked = maskText(text);
  const { state, ...rest } = afterCheck(await checkText(openid, masked), { at: now, checks: 1, now });
  return { text: masked, textState: state, ...rest };
}

function reviewOf(
  { who, now }: Context,
  kase: CaseDoc,
  { level, tags, photos, wall }: Parsed<'reviews.submit'>,
  words: Words,
): ReviewDoc {
  const { _id, no, serviceCode, serviceName, unit, residentId, assignment, agentIds } = kase;
  const isSelf = partsIn(who, kase).includes('resident');
  // The platform tells who holds the phone by their openid alone: whoever had the case in hand never speaks for the resident.
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
    enteredBy: isSelf ? undefined : { id: who._id, name: who.name },
    sealAt: headline && words.textState !== 'waiting' ? sealAtFor(now) : undefined,
    wall: wall && isSelf && words.text !== undefined ? 'asked' : undefined,
  };
}

/** The answer once more, after a lost reply. */
async function answerOf(kase: CaseDoc, level: Answer['level']): Promise<Answer> {
  const review = await get('reviews', kase._id);
  return answerWith(kase, review?.level ?? level, review?.textState);
}

function answerWith(
  { _id: caseId, clocks, rectification }: CaseDoc,
  level: Answer['level'],
  textState: Answer['textState'],
): Answer {
  const { verify, mend } = clocks;
  return {
    caseId,
    level,
    textState,
    rectification:
      rectification && verify && mend
        ? { verifyBy: verify.dueAt, mendBy: mend.dueAt, orgName: rectification.orgName }
        : undefined,
  };
}
