import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { harmless } from '../domain/cell-text';
import type { Column } from '../domain/imports/column';

const CODES = '代码';
const headStyle: CellStyle = { font: { bold: true } };
/** Rows that a dropdown reaches down to. */
const LAST_ROW = 20_001;

/** `A`, `B`, …: no table has more columns than letters. */
const letter = (at: number): string => String.fromCharCode(65 + at);

export interface Book {
  name: string;
  columns: readonly Column[];
  /** what may be chosen: column → names */
  lists: Readonly<Record<string, readonly string[]>>;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A sheet to fill in, all its cells text, with dropdowns from a page of codes that also says how each column is filled in. */
export function bookOf({ name, columns, lists, head, rows }: Book): Promise<Uint8Array> {
  const names = Object.keys(lists);
  const longest = Math.max(0, ...names.map((one) => lists[one]?.length ?? 0));
  const codes: CellValue[][] = [
    names,
    ...Array.from({ length: longest }, (_, i) => names.map((one) => lists[one]?.[i] ?? null)),
  ];
  const validations = names.flatMap((one, i) => {
    const [at, size] = [head.indexOf(one), lists[one]?.length ?? 0];
    if (at < 0 || size === 0) return [];
    const range = `${letter(at)}2:${letter(at)}${LAST_ROW}`;
    const formula1 = `'${CODES}'!$${letter(i)}$2:$${letter(i)}$${size + 1}`;
    // An estate may be written that no list has: what is typed is read by the dry run.
    return [{ type: 'list' as const, formula1, range, allowBlank: true, showErrorMessage: false }];
  });
  return writeXlsx({
    sheets: [
      {
        name,
        columns: head.map((one) => ({
          width: columns.find((column) => column.name === one)?.width ?? 40,
          style: { numFmt: '@' },
        })),
        rows: [[...head], ...rows.map((row) => head.map((_, i) => written(row[i])))],
        cells: new Map(head.map((_, i) => [`0,${i}`, { style: headStyle }])),
        dataValidations: validations,
        freezePane: { rows: 1 },
      },
      ...(columns.length > 0 ? guides(columns, names, codes) : []),
    ],
  });
}

/** What may be chosen, and how each column is filled in. */
const guides = (columns: readonly Column[], names: readonly string[], codes: CellValue[][]): WriteSheet[] => [
  {
    name: CODES,
    columns: names.map(() => ({ width: 24 })),
    rows: codes,
  },
  {
    name: '怎么填',
    columns: [{ width: 16 }, { width: 10 }, { width: 60 }],
    rows: [
      ['列', '要不要填', '怎么填'],
      ...columns.map((column) => [column.name, column.isNeeded ? '要填' : '可不填', column.hint]),
    ],
  },
];

const written = (text: string | undefined): CellValue => (text ? harmless(text) : null);
