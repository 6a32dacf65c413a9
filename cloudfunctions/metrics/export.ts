import { type Rejection, isRejection, reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { type ExportTable, exportTables } from '../../contract/metrics';
import type { OrgDoc } from '../domain/documents';
import { totalOf } from '../domain/figures/rollup';
import type { Range } from '../../contract/period';
import { figuresIn } from '../kit/figures';
import type { HandlerOf } from '../kit/serve';
import { caseHead, caseRows } from './case-rows';
import { fileOf } from '../kit/file';
import { personFigures, refusal } from './persons';
import { rankingOf } from './ranking';
import { type Table, bytesOf } from './sheet';
import { figureTable, linesTable, trendFor } from './tables';
import { asked } from './unit';
import { unitFigures } from './unit-figures';

/** Any table of a unit as a file. Errors: `asked`'s, NO_PERSONS_HERE, RANKING_OFF, EXPORT_TOO_LONG. */
export const exportTable: HandlerOf<'metrics.export'> = async (context, input) => {
  const found = await asked(context, 'metrics.export', input);
  if (isRejection(found)) return found;
  const { unit, range } = found;
  const { table, format } = input;
  const made = await tableOf(table, unit, range, context.now);
  if (isRejection(made)) return made;
  return fileOf(context, async () => {
    let rows = 0;
    const bytes = bytesOf({ ...made, rows: tallied(made.rows, () => (rows += 1)) }, format);
    const name = `${unit.name}-${made.name}-${range.from}至${range.to}.${format}`;
    return { orgId: unit._id, table, name, bytes, rows: () => rows };
  });
};

async function tableOf(
  table: ExportTable,
  unit: OrgDoc,
  range: Range,
  now: number,
): Promise<Table | Rejection> {
  const name = exportTables[table];
  if (table === 'cases') {
    const { tables } = await figuresIn(unit, range, now);
    if ((totalOf(tables).asked ?? 0) > limits.exportRows)
      return reject('EXPORT_TOO_LONG', { from: `这段日期超过${limits.exportRows / 10_000}万行了。` });
    return { name, head: [...caseHead], rows: caseRows(unit, range) };
  }
  if (table === 'persons') {
    const refused = refusal(unit, (await rankingOf(unit._id)).on);
    return refused ?? linesTable(name, '代办员', await personFigures(unit, range, now));
  }
  return figureTable(table, await unitFigures(unit, range, trendFor(table), now));
}

async function* tallied<T>(rows: AsyncIterable<T> | Iterable<T>, count: () => void): AsyncGenerator<T> {
  for await (const row of rows) {
    count();
    yield row;
  }
}
