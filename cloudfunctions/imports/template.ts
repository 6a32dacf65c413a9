import { isRejection } from '../../contract/errors';
import { importTables } from '../../contract/imports';
import { fileOf } from '../kit/file';
import type { HandlerOf } from '../kit/serve';
import { tables } from './tables';
import { unitFor } from './view';
import { bookOf } from './workbook';

/**
 * A sheet of a table for one unit, empty or with what is there now, of people as much as their list shows. Errors: those of `unitFor` and
 * `Open`, LIST_TOO_LONG, REQUEST_REUSED.
 */
export const template: HandlerOf<'imports.template'> = async (context, { table, orgId, filled }) => {
  const unit = await unitFor(context, 'imports.template', orgId);
  if (isRejection(unit)) return unit;
  const opened = await tables[table].open(unit, context);
  if (isRejection(opened)) return opened;
  const { columns, lists } = opened;
  const name = importTables[table];
  const cells = filled ? await opened.filled() : [];
  if (isRejection(cells)) return cells;
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
    lists: opened.of,
  }));
};
