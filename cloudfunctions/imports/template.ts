import { isRejection, reject } from '../../contract/errors';
import { importTables } from '../../contract/imports';
import { fileOf } from '../kit/file';
import type { HandlerOf } from '../kit/serve';
import { tables } from './tables';
import { unitFor } from './view';
import { bookOf } from './workbook';

/** A sheet of a table for one unit, empty or with what is there now. Errors: those of `unitFor` and `Open`, BAD_INPUT. */
export const template: HandlerOf<'imports.template'> = async (context, { table, orgId, filled }) => {
  const unit = await unitFor(context, 'imports.template', orgId);
  if (isRejection(unit)) return unit;
  const opened = await tables[table].open(unit, context);
  if (isRejection(opened)) return opened;
  const { columns, lists } = opened;
  if (filled && !opened.filled)
    return reject('BAD_INPUT', { table: `${importTables[table]}不能整张导出，请在页面里找。` });
  const name = importTables[table];
  const cells = (filled && (await opened.filled?.())) || [];
  return fileOf(context, async () => ({
    orgId: unit._id,
    table: `${filled ? 'out' : 'template'}-${table}`,
    name: `${unit.name}-${name}${filled ? '' : '模板'}.xlsx`,
    bytes: [
      await bookOf({
        name,
        columns,
        lists,
        head: columns.map((column) => column.name),
        rows: cells.map((row) => columns.map((column) => row[column.name] ?? '')),
      }),
    ],
    rows: () => cells.length,
  }));
};
