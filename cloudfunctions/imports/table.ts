import type { Rejection } from '../../contract/errors';
import { limits } from '../../contract/limits';
import type { Cells, Column, Fault, Read } from '../domain/imports/column';
import type { OrgDoc } from '../domain/documents';
import type { Context } from '../kit/context';
import { type Sheet, cellsOf } from './read';

/** What came of the rows that were written. */
export interface Came {
  added: number;
  changed?: number;
  known: number;
  /** what could not be written: it was right when it was looked through, and something else has come in between */
  bad?: number;
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
  /** rows that one call writes: `limits.importPortion` where nothing is said */
  portion?: number;
  /** what may be chosen: column → names */
  lists: Readonly<Record<string, readonly string[]>>;
  /** Rows are read in their order: each may stand on those before it. */
  read(cells: Cells): Read<Row>;
  /** two rows with this key are the same; undefined: nothing is written of it, so it may stand twice */
  keyOf(row: Row): string | undefined;
  /** What is wrong of the right rows together, by the row. */
  together?(rows: readonly Row[]): ReadonlyMap<Row, Fault>;
  /** Rows of which what is there has to be asked, and what is wrong of some of them. They are asked about `ASKED` at a time. */
  asked?: {
    is(row: Row): boolean;
    faults(rows: readonly Row[]): Promise<ReadonlyMap<Row, Fault>>;
  };
  /** Writes these rows; run again it writes none of them twice. */
  write(context: Context, importId: string, rows: readonly Placed<Row>[]): Promise<Came>;
  /** What is there now, as it is filled in: as much of it as a list shows. */
  filled: Filled;
  /** names whom it lists: who took it stands in 查看记录 */
  of?: 'people';
}

/** Errors: LIST_TOO_LONG. */
type Filled = () => Promise<Cells[] | Rejection>;

/** A row, and where the sheet has it. */
export interface Placed<Row> {
  at: number;
  row: Row;
}

/** Taking a table's import back: a page of what it made after this id, in the order of ids; and each of them. */
export interface Undo {
  /** how many it made that are still there */
  count(importId: string): Promise<number>;
  made(importId: string, after: string, limit: number): Promise<Made[]>;
  /** where their order matters: so many are taken back by one call, one after another */
  inOrder?: number;
  /** Takes one back unless it is to stay (`why`), or somebody touched it this moment; why it stays, if it does. */
  remove(id: string, why: string | undefined, context: Context): Promise<string | undefined>;
}

/** A table whose rows nobody outside it needs to know. */
export interface Table {
  columns: readonly Column[];
  most: number;
  portion: number;
  lists: Readonly<Record<string, readonly string[]>>;
  filled: Filled;
  of?: 'people';
  /** Looks through the rows, and keeps those of a part that are right, to be written; rows behind it are not looked at where `isKnown`. */
  check(sheet: Sheet, part: Part): Promise<Checked>;
}

/** Rows of a file by their place in it: from this one up to before that one. */
export interface Part {
  from: number;
  to: number;
  /** the file was looked through before: what is behind is not of interest any more */
  isKnown?: boolean;
}

export interface Checked {
  /** place → what is wrong there; of those that were looked at */
  faults: ReadonlyMap<number, readonly Fault[]>;
  /** writes the rows of the part that are right */
  write(context: Context, importId: string): Promise<Came>;
}

export type Open = (top: OrgDoc, context: Context) => Promise<Table | Rejection>;

/** Rows with one question: as many as one read gives. */
const ASKED = 100;

/** Hides what a row of the table is. */
export function tableOf<Row extends object>({
  read,
  keyOf,
  together,
  asked,
  write,
  ...table
}: Opened<Row>): Table {
  const column = table.columns[0]?.name ?? '';
  return {
    portion: limits.importPortion,
    ...table,
    async check({ head, rows }, { from, to, isKnown }) {
      const first = new Map<string, number>();
      const faults = new Map<number, readonly Fault[]>();
      const right = new Map<number, Placed<Row>>();
      const waiting = new Map<number, Row>();
      const ask = async () => {
        const wrong = await asked?.faults([...waiting.values()]);
        for (const [i, row] of waiting) refuse(i, wrong?.get(row));
        waiting.clear();
      };
      const refuse = (i: number, fault: Fault | undefined) => {
        if (!fault) return;
        faults.set(i, [fault]);
        right.delete(i);
      };
      for (const [i, line] of rows.slice(0, isKnown && !together ? to : undefined).entries()) {
        const result = read(cellsOf(head, line));
        const key = 'row' in result ? keyOf(result.row) : undefined;
        const before = key === undefined ? undefined : first.get(key);
        if ('faults' in result) faults.set(i, result.faults);
        else if (before !== undefined)
          faults.set(i, [{ column, text: `和第${before}行重复了，请去掉一行。` }]);
        else {
          if (key !== undefined) first.set(key, line.at);
          if (together || (i >= from && i < to)) right.set(i, { at: line.at, row: result.row });
          // What an earlier call has written it has asked about.
          if (asked?.is(result.row) && !(isKnown && i < from)) waiting.set(i, result.row);
          if (waiting.size === ASKED) await ask();
        }
      }
      if (waiting.size > 0) await ask();
      const wrong = together?.([...right.values()].map(({ row }) => row));
      for (const [i, { row }] of right) {
        refuse(i, wrong?.get(row));
        if (i < from || i >= to) right.delete(i);
      }
      return {
        faults,
        write: (context, importId) => write(context, importId, [...right.values()]),
      };
    },
  };
}
