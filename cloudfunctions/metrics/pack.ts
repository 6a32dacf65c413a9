import type { Counts, MetricKey } from '../../contract/metrics';
import { isRejection, reject } from '../../contract/errors';
import { batchViewOf } from '../domain/review/batch';
import type { OrgDoc } from '../domain/documents';
import { figuresOf } from '../domain/figures/figures';
import { type Range, sayPeriod } from '../../contract/period';
import { sumOf, totalOf } from '../domain/figures/rollup';
import { figuresIn } from '../kit/figures';
import { org } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { find, is } from '../kit/store';
import { fileOf } from '../kit/file';
import { quarterRange } from './quarter';
import { bytesOf } from './sheet';
import { ratesTable } from './tables';

/** The rates that are an agent's own. The response is their unit's; of reviews they learn by their batches alone. */
const own: readonly MetricKey[] = ['solving', 'onTime', 'satisfaction'];

/** 述职: the caller's own figures of a quarter that is over. Errors: QUARTER_NOT_OVER, UNIT_NOT_FOUND. */
export const pack: HandlerOf<'metrics.pack'> = async (context, { quarter }) => {
  const range = quarterRange(quarter, context.now);
  if (isRejection(range)) return range;
  const { who, now } = context;
  const unit = await org(who.unit.community ?? '');
  if (!unit) return reject('UNIT_NOT_FOUND', { quarter: '没有查到您所在的社区，请联系社区登记。' });
  const [work, reviews] = await Promise.all([workOf(who._id, unit, range, now), reviewsOf(who._id, range)]);
  const { head, rows } = ratesTable(figuresOf(who._id, who.name, { ...work, ...reviews }), own);
  const table = {
    name: '述职材料',
    head,
    rows: [...rows, ['办结的件', work.completed ?? 0], ['终止的件', work.terminated ?? 0]],
  };
  return fileOf(context, async () => ({
    orgId: unit._id,
    table: 'pack',
    name: `${who.name}-${sayPeriod(quarter)}述职材料.xlsx`,
    bytes: bytesOf(table, 'xlsx'),
    rows: () => table.rows.length,
  }));
};

/** What the agent did, from the roll-ups: they know of each case of theirs how it went. */
async function workOf(agentId: string, unit: OrgDoc, range: Range, now: number): Promise<Counts> {
  const { tables } = await figuresIn(unit, range, now);
  const { completed, solved, onTime, terminated }: Counts = tables.agent?.[agentId] ?? {};
  return { completed, solved, onTime, terminated };
}

/**
 * What was said of them, from the sealed batches of the quarter's months. Were they counted from the cases, the figures before and
 * after a late review would differ by that review, and tell what it said and of which case.
 */
async function reviewsOf(owner: string, { from, to }: Range): Promise<Counts> {
  const months = is.and([is.gte(from.slice(0, 7)), is.lte(to.slice(0, 7))]);
  const batches = await find('batches', { owner, month: months }, { orderBy: [['month', 'asc']], limit: 3 });
  return totalOf(sumOf(batches.map((batch) => ({ day: { [batch.month]: batchViewOf(batch).levels } }))));
}
