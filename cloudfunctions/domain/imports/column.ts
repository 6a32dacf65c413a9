import * as v from 'valibot';
import { canonical } from '../canonical';
import type { OrgDoc } from '../documents';

/** A column of a table that is filled in by spreadsheet. */
export interface Column {
  name: string;
  /** how it is filled in, as the page of codes says it */
  hint: string;
  width: number;
  isNeeded?: boolean;
}

/** What is wrong in a row, and how to mend it. */
export interface Fault {
  column: string;
  text: string;
}

/** A row as it was typed: column → text. */
export type Cells = Readonly<Record<string, string>>;

/** What a row says, or what is wrong with it. */
export type Read<Row> = { row: Row } | { faults: Fault[] };

/** Collects what the contract's own schemas say of each cell. */
export class Reader {
  readonly faults: Fault[] = [];

  constructor(private readonly cells: Cells) {}

  text(column: string): string {
    return this.cells[column] ?? '';
  }

  wrong(column: string, text: string): undefined {
    this.faults.push({ column, text });
    return undefined;
  }

  /** A cell by a schema of the contract. Undefined where it is wrong, and that is noted. */
  read<Out>(column: string, schema: v.GenericSchema<unknown, Out>, value: unknown = this.text(column)) {
    const result = v.safeParse(schema, value);
    return result.success ? result.output : this.wrong(column, sentenceOf(result.issues[0].message));
  }

  /** The same of a cell that may be empty. */
  maybe<Out>(column: string, schema: v.GenericSchema<unknown, Out>, value: unknown = this.text(column)) {
    return value === '' ? undefined : this.read(column, schema, value);
  }
}

/** The library's own messages are for programmers. */
const sentenceOf = (message: string): string =>
  /\p{Script=Han}/u.test(message) ? message : '这一格不对，请照模板改好。';

/** One key for a name, however it is written. */
export const nameOf = (text: string): string => canonical(text).toLowerCase();

/** The units of this name that are open. */
export const named = (units: readonly OrgDoc[], name: string): OrgDoc[] =>
  units.filter((unit) => unit.closedAt === undefined && nameOf(unit.name) === nameOf(name));
