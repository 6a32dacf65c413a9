import type { Rejection } from '../../contract/errors';
import type { Cells, Column, Fault, Read } from '../domain/imports/column';
import type { OrgDoc } from '../domain/documents';
import type { Context } from '../kit/context';
import type { SheetRow } from './read';

/** What came of the rows that were written. */
export interface Came {
  added: number;
  known: number;
  /** what is told this once, a line each: it is given as a file */
  told?: { name: string; head: readonly string[]; rows: readonly (readonly string[])[] };
}

/** A document that an import made, as taking it back sees it. */
export interface Made {
  id: string;
  name: string;
  /** why it stays: undefined where nobody has touched it */
  why?: string;
}

/** A table, ready for one unit. */
export interface Opened<Row> {
  columns: readonly Column[];
  /** rows of a file at most */
  most: number;
  /** what may be chosen: column → names */
  lists: Readonly<Record<string, readonly string[]>>;
  read(cells: Cells): Read<Row>;
  /** two rows with this key are the same */
  keyOf(row: Row): string;
  /** Writes these rows; run again it writes none of them twice. */
  write(context: Context, importId: string, rows: readonly Row[]): Promise<Came>;
}

/** Taking a table's import back: a page of what it made after this id, in the order of ids; and each of them. */
export interface Undo {
  /** how many it made that are still there */
  count(importId: string): Promise<number>;
  made(importId: string, after: string, limit: number): Promise<Made[]>;
  /** Takes one back unless somebody touched it this moment; why it stays, if it does. */
  remove(id: string): Promise<string | undefined>;
}

/** A table whose rows nobody outside it needs to know. */
export interface Table {
  columns: readonly Column[];
  most: number;
  lists: Readonly<Record<string, readonly string[]>>;
  check(rows: readonly SheetRow[]): Sorted;
}

export interface Sorted {
  /** by the row's place in the file; none where it is right */
  faults: Fault[][];
  bad: number;
  /** writes those of these rows that are right */
  write(context: Context, importId: string, from: number, to: number): Promise<Came>;
}

export type Open = (top: OrgDoc) => Promise<Table | Rejection>;

/** Hides what a row of the table is. */
export function tableOf<Row>({ columns, most, lists, read, keyOf, write }: Opened<Row>): Table {
  return {
    columns,
    most,
    lists,
    check(sheet) {
      const first = new Map<string, number>();
      const rows = sheet.map(({ at, cells }) => {
        const result = read(cells);
        if ('faults' in result) return result;
        const before = first.get(keyOf(result.row));
        if (before === undefined) first.set(keyOf(result.row), at);
        return before === undefined
          ? result
          : { faults: [{ column: columns[0]?.name ?? '', text: `和第${before}行重复了，请去掉一行。` }] };
      });
      return {
        faults: rows.map((one) => ('faults' in one ? one.faults : [])),
        bad: rows.filter((one) => 'faults' in one).length,
        write: (context, importId, from, to) => {
          const right = rows.slice(from, to).flatMap((one) => ('row' in one ? one.row : []));
          return write(context, importId, right);
        },
      };
    },
  };
}
