import { isRejection } from '../../contract/errors';
import type { ModerationRow } from '../../contract/models';
import type { ReviewDoc } from '../domain/documents';
import { findPage } from '../kit/page';
import type { HandlerOf } from '../kit/serve';
import { overseenUnit, within } from '../kit/units';

/** Reviews whose words a person has to read, or that wait for the wall; newest first. A reader never sees those about themselves. */
export const moderation: HandlerOf<'reviews.moderation'> = async (context, { orgId, heap, cursor }) => {
  const unit = await overseenUnit(context, 'reviews.moderation', orgId);
  if (isRejection(unit)) return unit;
  const query = heap === 'texts' ? { toRead: true } : { wall: 'asked', textState: 'shown' };
  const page = await findPage('reviews', { ...within(unit), ...query }, ['at', 'desc'], cursor);
  const others = page.rows.filter((review) => review.agentId !== context.who._id);
  return { reviews: others.map(rowOf), cursor: page.cursor };
};

/** Refused words are shown to the resident alone. */
function rowOf(review: ReviewDoc): ModerationRow {
  const { _id: caseId, no, serviceName, level, tags, at, text, textState, addition, wall, answer } = review;
  return {
    caseId,
    no,
    serviceName,
    level,
    tags,
    at,
    text: textState === 'refused' ? undefined : text,
    textState,
    addition:
      addition && addition.textState !== 'refused'
        ? { text: addition.text, textState: addition.textState }
        : undefined,
    wall,
    answer,
  };
}
