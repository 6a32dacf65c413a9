import type { Counts } from '../../contract/metrics';
import { isRejection, reject } from '../../contract/errors';
import type { PackDoc } from '../domain/documents';
import { figuresOf } from '../domain/figures';
import type { Context } from '../kit/context';
import type { Range } from '../domain/range';
import { figuresIn } from '../kit/figures';
import { org } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { add, get } from '../kit/store';
import { fileOf } from './file';
import { quarterRange, sayQuarter } from './quarter';
import { bytesOf } from './sheet';
import { ratesTable } from './tables';

/** 述职: the caller's own figures of a quarter that is over. Errors: QUARTER_NOT_OVER, UNIT_NOT_FOUND. */
export const pack: HandlerOf<'metrics.pack'> = async (context, { quarter }) => {
  const range = quarterRange(quarter, context.now);
  if (isRejection(range)) return range;
  const { who } = context;
  const counts = await countsOf(context, quarter, range);
  if (!counts) return reject('UNIT_NOT_FOUND', { quarter: '没有查到您所在的社区,请联系社区登记。' });
  const { head, rows } = ratesTable(figuresOf(who._id, who.name, counts));
  // The response is the unit's: a case waits for whoever takes it.
  const own = rows.filter(([name]) => name !== '响应率');
  const table = {
    name: '述职材料',
    head,
    rows: [...own, ['办结的件', counts.completed ?? 0], ['终止的件', counts.terminated ?? 0]],
  };
  return fileOf(context, async () => ({
    orgId: who.unit.community ?? '',
    table: 'pack',
    name: `${who.name}-${sayQuarter(quarter)}述职材料.xlsx`,
    bytes: bytesOf(table, 'xlsx'),
    rows: () => table.rows.length,
  }));
};

/**
 * Counted the first time it is asked for, and never again: whoever asked before and after a late review could tell what it
 * said, and of which case.
 */
async function countsOf({ who, now }: Context, quarter: string, range: Range): Promise<Counts | undefined> {
  const _id = `${who._id}:${quarter}`;
  const kept = await get('packs', _id);
  if (kept) return kept.counts;
  const unit = await org(who.unit.community ?? '');
  if (!unit) return undefined;
  const { tables } = await figuresIn(unit, range, now);
  const doc: PackDoc = { _id, at: now, counts: tables.agent?.[who._id] ?? {} };
  if (await add('packs', doc)) return doc.counts;
  return (await get('packs', _id))?.counts;
}
