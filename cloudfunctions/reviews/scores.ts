import { isRejection, reject } from '../../contract/errors';
import { addDays, dayOf, instantOf, shanghai } from '../../contract/time';
import { type Level, levels } from '../../contract/words';
import type { OrgDoc, ReviewDoc } from '../domain/documents';
import { type Tally, scoreOf, scoresBy } from '../domain/review';
import { serviceItems } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { aggregate, countBy, find, is } from '../kit/store';
import { overseenUnit, within } from '../kit/units';

/** How many of the newest bad reviews the page shows. */
const BAD_SHOWN = 20;

/** Review scores of a unit: in all, by service item and by month of completion, and the newest bad reviews. */
export const scores: HandlerOf<'reviews.scores'> = async (context, input) => {
  const unit = await overseenUnit(context, 'reviews.scores', input.orgId);
  if (isRejection(unit)) return unit;
  const to = input.to ?? dayOf(context.now);
  const from =
    input.from ?? shanghai(instantOf(to)).subtract(11, 'month').startOf('month').format('YYYY-MM-DD');
  if (from > to) return reject('RANGE_BACKWARDS', { from: '开始日期要早于结束日期。' });
  const range = is.and([is.gte(instantOf(from)), is.lt(instantOf(addDays(to, 1)))]);

  const [tallies, bad, items] = await Promise.all([
    talliesOf(unit, range),
    find(
      'reviews',
      { ...within(unit), bad: true, at: range },
      { orderBy: [['at', 'desc']], limit: BAD_SHOWN },
    ),
    serviceItems(),
  ]);
  const nameOf = (code: string) => items.find((item) => item.code === code)?.name ?? code;
  return {
    org: { id: unit._id, name: unit.name },
    from,
    to,
    total: scoreOf(tallies),
    services: scoresBy(tallies, 'serviceCode').map(([serviceCode, score]) => ({
      serviceCode,
      serviceName: nameOf(serviceCode),
      ...score,
    })),
    months: scoresBy(tallies, 'month').map(([month, score]) => ({ month, ...score })),
    // Nobody reads what was said of themselves beside the case it was said of.
    bad: bad.filter((review) => review.agentId !== context.who._id).map(badOf),
  };
};

function badOf({ _id: caseId, no, serviceName, level, tags, text, textState, at }: ReviewDoc) {
  return { caseId, no, serviceName, level, tags, text: textState === 'shown' ? text : undefined, at };
}

/** Completed cases of a unit, counted by service item and month, and by the level they were rated with. */
async function talliesOf(unit: OrgDoc, completedAt: unknown): Promise<Tally[]> {
  const names = Object.keys(levels) as Level[];
  const sums = Object.fromEntries(
    names.map((level) => [
      level,
      // What staff wrote down (代录), and what an appeal took out, stays out of headline rates.
      aggregate.sum(
        aggregate.cond([
          aggregate.and([aggregate.eq(['$reviewLevel', level]), aggregate.eq(['$reviewHeadline', true])]),
          1,
          0,
        ]),
      ),
    ]),
  );
  const rows = await countBy(
    'cases',
    { ...within(unit), completedAt },
    { serviceCode: 'serviceCode', completedMonth: 'completedMonth' },
    sums,
  );
  return rows.map((row) => ({
    serviceCode: String(row._id.serviceCode),
    month: String(row._id.completedMonth),
    completed: row.count,
    levels: Object.fromEntries(names.map((level) => [level, Number(row[level])])) as Record<Level, number>,
  }));
}
