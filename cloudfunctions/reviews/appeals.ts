import { isRejection } from '../../contract/errors';
import type { AppealRow } from '../../contract/models';
import { mayJudge } from '../domain/review/appeal';
import type { CaseDoc, PersonDoc, ReviewDoc } from '../domain/documents';
import { findPage } from '../kit/page';
import type { HandlerOf } from '../kit/serve';
import { find, is } from '../kit/store';
import { overseenUnit, within } from '../kit/units';

/** Appeals of a unit by their state, newest first. A manager does not read those about work of their own. */
export const appeals: HandlerOf<'reviews.appeals'> = async (context, { orgId, state, cursor }) => {
  const unit = await overseenUnit(context, 'reviews.appeals', orgId);
  if (isRejection(unit)) return unit;
  const page = await findPage('reviews', { ...within(unit), appealState: state }, ['at', 'desc'], cursor);
  const { who } = context;
  const others = page.rows.filter((review) => review.agentId !== who._id);
  const cases = await casesOf(others);
  return {
    appeals: others.flatMap((review) => rowOf(review, cases.get(review._id), who)),
    cursor: page.cursor,
  };
};

async function casesOf(reviews: ReviewDoc[]): Promise<Map<string, CaseDoc>> {
  if (reviews.length === 0) return new Map();
  const ids = reviews.map((review) => review._id);
  const found = await find(
    'cases',
    { _id: is.in(ids) },
    { orderBy: [['_id', 'asc']], limit: ids.length, without: ['events', 'outbox', 'candidates', 'steps'] },
  );
  return new Map(found.map((kase) => [kase._id, kase]));
}

function rowOf(review: ReviewDoc, kase: CaseDoc | undefined, who: PersonDoc): AppealRow[] {
  const { _id: caseId, no, serviceName, agentName, level, tags, text, textState, appeal } = review;
  if (!appeal) return [];
  const { reason, at, state, why, by } = appeal;
  return [
    {
      caseId,
      no,
      serviceName,
      agentName,
      level,
      tags,
      text: textState === 'shown' ? text : undefined,
      reason,
      at,
      state,
      why,
      by: by?.name,
      findings: kase?.rectification?.findings,
      outcome: kase?.rectification?.outcome,
      mine: state === 'open' && mayJudge(who, review, appeal, kase),
    },
  ];
}
