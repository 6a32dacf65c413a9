import { isRejection } from '../../contract/errors';
import { importTables } from '../../contract/imports';
import { fileOf } from '../kit/file';
import type { HandlerOf } from '../kit/serve';
import { tables } from './tables';
import { unitFor } from './view';
import { bookOf } from './workbook';

/** An empty sheet of a table, for one unit. Errors: those of `unitFor`, TOO_MANY_UNITS. */
export const template: HandlerOf<'imports.template'> = async (context, { table, orgId }) => {
  const unit = await unitFor(context, 'imports.template', orgId);
  if (isRejection(unit)) return unit;
  const opened = await tables[table].open(unit);
  if (isRejection(opened)) return opened;
  const { columns, lists } = opened;
  const name = importTables[table];
  return fileOf(context, async () => ({
    orgId: unit._id,
    table: `template-${table}`,
    name: `${unit.name}-${name}模板.xlsx`,
    bytes: [await bookOf({ name, columns, lists, head: columns.map((column) => column.name), rows: [] })],
    rows: () => 0,
  }));
};
