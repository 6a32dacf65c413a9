import { type Rejection, reject } from '../../../contract/errors';
import type { TextState } from '../../../contract/words';
import { sealAtFor } from './batch';
import { isSettled } from '../content';
import type { ReviewDoc } from '../documents';

/** What a manager decides on a review: WeChat's check, where it could not say, and the wall. */
export interface Ruling {
  text?: 'shown' | 'refused';
  wall?: 'shown' | 'hidden';
  answer?: string;
}

/** What a ruling sets. Twice is once. Errors: NOT_FOR_THE_WALL. */
export function moderated(review: ReviewDoc, ruling: Ruling, now: number): Partial<ReviewDoc> | Rejection {
  const read = ruling.text === undefined ? review : withWords(review, ruling.text);
  const wall = ruling.wall ?? review.wall;
  if ((ruling.wall === 'shown' || ruling.answer !== undefined) && !isForTheWall(read))
    return reject('NOT_FOR_THE_WALL', { wall: '居民没有同意公开，或者文字没过审。' });
  const isNew = ruling.wall === 'shown' && review.wall !== 'shown' && review.wallBatchId === undefined;
  return {
    ...settledAt(review, read, now),
    wall,
    answer: ruling.answer ?? review.answer,
    wallSealAt: wall !== 'shown' ? undefined : isNew ? sealAtFor(now) : review.wallSealAt,
  };
}

/** The resident agreed, and the words have passed. */
function isForTheWall({ wall, textState }: ReviewDoc): boolean {
  return wall !== undefined && textState === 'shown';
}

/** The words with a verdict on all that waited. */
export function withWords(review: ReviewDoc, verdict: TextState): ReviewDoc {
  const { textState, addition } = review;
  return {
    ...review,
    textState: textState === 'waiting' ? verdict : textState,
    addition: addition?.textState === 'waiting' ? { ...addition, textState: verdict } : addition,
  };
}

/** What follows once words got their verdict: no manager is asked again, and the review may go into a batch from now on. */
export function settledAt(before: ReviewDoc, read: ReviewDoc, now: number): Partial<ReviewDoc> {
  if (!isSettled(read)) return {};
  const isFreed = before.textState === 'waiting' && before.headline && before.batchId === undefined;
  return {
    textState: read.textState,
    addition: read.addition,
    checkAt: undefined,
    toRead: undefined,
    sealAt: isFreed ? sealAtFor(now) : before.sealAt,
  };
}
