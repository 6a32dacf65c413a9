import { isRejection } from '../../contract/errors';
import { answerRowOf } from '../domain/catalog/answer';
import { findPage } from '../kit/page';
import type { HandlerOf } from '../kit/serve';
import { overseenUnit, within } from '../kit/units';

/** 公开问答 of a unit's cases: proposed, public or withdrawn. Errors: UNIT_NOT_FOUND, UNIT_NOT_YOURS. */
export const proposals: HandlerOf<'cases.proposals'> = async (context, { orgId, state, cursor }) => {
  const unit = await overseenUnit(context, 'cases.proposals', orgId);
  if (isRejection(unit)) return unit;
  const page = await findPage('answers', { ...within(unit), state }, ['at', 'desc'], cursor);
  return { answers: page.rows.map((doc) => answerRowOf(doc, context.now)), cursor: page.cursor };
};
