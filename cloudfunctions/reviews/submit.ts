import type { Output } from '../../contract/actions';
import { type Rejection, isRejection } from '../../contract/errors';
import { isBad } from '../../contract/words';
import { afterCheck } from '../domain/content';
import type { CaseDoc } from '../domain/documents';
import { maskText } from '../domain/mask';
import { rectificationFor, rectifierOf } from '../domain/review/rectify';
import { type Words, fitting, ratable, reviewOf, speaksFor } from '../domain/review/rate';
import { type Change, advance } from '../domain/case/timeline';
import { permitted, stepBy } from '../kit/cases';
import { checkText } from '../kit/content';
import type { Context } from '../kit/context';
import { isRepeat } from '../kit/repeat';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { checkOf } from '../kit/photo-checks';
import { isOwnPhoto, unfitFiles } from '../kit/photos';
import { get, transact } from '../kit/store';
import { unitsOf } from '../kit/units';
import { replaceIn } from '../kit/write';

type Answer = Output<'reviews.submit'>;

/**
 * A completed case is rated, once: by the resident or who asked for them, or, for a resident without WeChat, by a manager who writes down what
 * they were told (代录). Staff never rate before a resident who can. The review, its mark in the case and the rectification
 * of a bad review are written together. WeChat is asked about the words before; where it cannot say, the review counts and
 * its words wait.
 *
 * Errors: REQUEST_REUSED, OWN_CASE, RATES_THEMSELVES, ALREADY_REVIEWED, NOT_FINISHED, PHOTO_UNFIT, PHOTO_STALE, and BAD_INPUT for
 * tags and photos that do not belong.
 */
export const submit: HandlerOf<'reviews.submit'> = async (context, input) => {
  const { caseId, level } = input;
  const { who, now } = context;
  const unfit = fitting(input, (photo) => isOwnPhoto('reviews', who._id, photo));
  if (unfit) return unfit;
  const kase = caseToRate(context, await get('cases', caseId));
  if (isRejection(kase)) return kase;
  if (ratedBy(context, kase)) return answerOf(kase, level);
  const isAtHome = kase.residentId === who._id || kase.asker?.id === who._id;
  const others = !isAtHome && speaksFor(who, await get('people', kase.residentId));
  if (others) return others;

  const spoilt = await unfitFiles(input.photos, now);
  if (spoilt) return spoilt;

  const [words, units, hours] = await Promise.all([
    wordsOf(context, input.text),
    unitsOf(kase.unit),
    hoursOf(kase.unit.community),
  ]);
  return transact(async (tx) => {
    const current = caseToRate(context, await tx.get('cases', caseId));
    if (isRejection(current)) return current;
    if (ratedBy(context, current)) return answerOf(current, level);
    const rectifier = isBad(level) ? rectifierOf(units, current.agentIds) : undefined;
    const review = reviewOf(who, current, input, words, now);
    const change: Change = {
      reviewLevel: level,
      reviewedAt: now,
      reviewHeadline: review.headline,
      ...(rectifier && rectificationFor(current, level, rectifier, hours, now)),
    };
    const rated = advance(current, stepBy(context, current, 'review'), change);
    if (isRejection(rated)) return rated;
    await tx.add('reviews', review);
    for (const photo of review.photos)
      await tx.add('photoChecks', checkOf(photo, { caseId, isOfReview: true }, now));
    await replaceIn(tx, current, rated);
    return answerWith(rated, review.level, review.textState);
  });
};

/** The event of this very request, where it has rated the case. */
const ratedBy = ({ requestId, who }: Context, kase: CaseDoc) =>
  kase.events.find(
    (event) => event.do === 'review' && event.requestId === requestId && event.by.id === who._id,
  );

/** The case that the caller may rate now. A repeat of the very request that rated it goes through. */
function caseToRate(context: Context, known: CaseDoc | undefined): CaseDoc | Rejection {
  const kase = permitted('reviews.submit', context.who, known, '只有提出请求的人能评价。');
  if (isRejection(kase)) return kase;
  const repeated = isRepeat(ratedBy(context, kase), context);
  if (repeated) return isRejection(repeated) ? repeated : kase;
  return ratable(kase, context.who);
}

/** The words as others may see them, and what WeChat said of them. */
async function wordsOf({ openid, now }: Context, text: string | undefined): Promise<Words> {
  if (text === undefined) return { checks: 0 };
  const masked = maskText(text);
  const { state, ...rest } = afterCheck(await checkText(openid, masked, now), { at: now, checks: 1, now });
  return { text: masked, textState: state, ...rest };
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
