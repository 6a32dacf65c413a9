import * as v from 'valibot';
import type { Rejection } from '../../../contract/errors';
import { canonical } from '../canonical';
import type { OrgDoc } from '../documents';

/** A column of a table that is filled in by spreadsheet. */
export interface Column {
  name: string;
  /** how it is filled in, as the page of codes says it */
  hint: string;
  width: number;
  /** may hold several lines */
  isLong?: boolean;
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

  /** What a rule of typing refuses, beside the columns of its fields. */
  refused({ fields }: Rejection, columns: Readonly<Record<string, string>>, other: string): undefined {
    for (const [field, text] of Object.entries(fields ?? {})) this.wrong(columns[field] ?? other, text);
  }

  /** The same of a cell that may be empty. */
  maybe<Out>(column: string, schema: v.GenericSchema<unknown, Out>, value: unknown = this.text(column)) {
    return value === '' ? undefined : this.read(column, schema, value);
  }
}

/** The library's own messages are for programmers. */
const sentenceOf = (message: string): string =>
  /\p{Script=Han}/u.test(message) ? message : '这一格不对，请照模板改好。';

/** 一、二，三: the names that a cell lists; a name may have blanks. */
export const listed = (text: string): string[] =>
  text
    .split(/[、,;\n\uFF0C\uFF1B]/)
    .map((one) => one.trim())
    .filter(Boolean);
/** The same of words, which a blank parts as well. */
export const wordsOf = (text: string): string[] => listed(text.replace(/\s+/g, '、'));

/** 8:30 or 08:30:00 as 08:30. */
export const paddedTime = (text: string): string =>
  text
    .trim()
    .replace(/^(\d):/, '0$1:')
    .replace(/^(\d\d:\d\d):\d\d$/, '$1');

/** One key for a name, however it is written. */
export const nameOf = (text: string): string => canonical(text).toLowerCase();

/** The units of this name that are open. */
export const named = (units: readonly OrgDoc[], name: string): OrgDoc[] =>
  units.filter((unit) => unit.closedAt === undefined && nameOf(unit.name) === nameOf(name));
