import { isRejection } from '../../contract/errors';
import type { ReviewDoc } from '../domain/documents';
import { scoreOf } from '../domain/figures/figures';
import { totalOf } from '../domain/figures/rollup';
import { rangeOf, spanOf } from '../domain/time/range';
import { figuresIn } from '../kit/figures';
import { serviceItems } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { find, is } from '../kit/store';
import { overseenUnit, within } from '../kit/units';

/** How many of the newest bad reviews the page shows. */
const BAD_SHOWN = 20;

/** Review scores of a unit: in all, by service item and by month of completion, and the newest bad reviews. */
export const scores: HandlerOf<'reviews.scores'> = async (context, input) => {
  const unit = await overseenUnit(context, 'reviews.scores', input.orgId);
  if (isRejection(unit)) return unit;
  const range = rangeOf(input, context.now);
  if (isRejection(range)) return range;
  const [begins, ends] = spanOf(range);
  const [{ tables }, bad, items] = await Promise.all([
    figuresIn(unit, range, context.now),
    find(
      'reviews',
      { ...within(unit), bad: true, at: is.and([is.gte(begins), is.lt(ends)]) },
      { orderBy: [['at', 'desc']], limit: BAD_SHOWN },
    ),
    serviceItems(),
  ]);
  const nameOf = (code: string) => items.find((item) => item.code === code)?.name ?? code;
  const byDay = Object.keys(tables.day ?? {}).sort();
  const months = [...new Set(byDay.map((day) => day.slice(0, 7)))];
  const scored = (rows: [string, ReturnType<typeof scoreOf>][]) =>
    rows.filter(([, score]) => score.completed > 0 || score.denominator > 0);
  return {
    org: { id: unit._id, name: unit.name },
    ...range,
    total: scoreOf(totalOf(tables)),
    services: scored(
      Object.entries(tables.service ?? {})
        .sort()
        .map(([code, counts]) => [code, scoreOf(counts)]),
    ).map(([serviceCode, score]) => ({ serviceCode, serviceName: nameOf(serviceCode), ...score })),
    months: scored(
      months.map((month) => [month, scoreOf(totalOf(tables, (day) => day.startsWith(month)))]),
    ).map(([month, score]) => ({ month, ...score })),
    // A reader never sees what was said of themselves beside the case it was said of.
    bad: bad.filter((review) => review.agentId !== context.who._id).map(badOf),
  };
};

function badOf({ _id: caseId, no, serviceName, level, tags, text, textState, at }: ReviewDoc) {
  return { caseId, no, serviceName, level, tags, text: textState === 'shown' ? text : undefined, at };
}
