import { createHash } from 'node:crypto';
import { streamXlsxRows } from 'hucre/xlsx';
import { type Rejection, reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { seen } from '../../contract/text';
import type { Cells, Column } from '../domain/imports/column';
import type { Context } from '../kit/context';
import { download, liesIn } from '../kit/storage';
import { faultOfFile } from './unpack';

/** A row as the sheet counts it, and its texts as JSON: of twenty thousand rows objects would be ten times as much. */
export interface SheetRow {
  at: number;
  json: string;
}

export interface Sheet {
  /** of its content */
  hash: string;
  head: string[];
  rows: SheetRow[];
}

/** The cells of a row by their headings. */
export function cellsOf(head: readonly string[], { json }: SheetRow): Cells {
  const texts: string[] = JSON.parse(json);
  return Object.fromEntries(head.map((name, i) => [name, texts[i] ?? '']));
}

/** What this product writes beside the rows; a file that was mended comes back with it. */
export const FAULTS = '问题';

/** Who uploads puts the file into this folder. */
export const folderOf = (personId: string): string => `imports/${personId}`;

/**
 * The first sheet of a file that the caller uploaded, every cell as text. Errors: IMPORT_FILE_GONE, IMPORT_TOO_BIG, IMPORT_NOT_A_SHEET,
 * IMPORT_HAS_MACROS, IMPORT_WRONG_HEAD, IMPORT_TOO_LONG, IMPORT_EMPTY.
 */
export async function sheetOf(
  { who }: Context,
  fileId: string,
  { columns, most }: { columns: readonly Column[]; most: number },
): Promise<Sheet | Rejection> {
  const bytes = liesIn(folderOf(who._id), fileId) ? await download(fileId, limits.importBytes) : undefined;
  if (!bytes) return reject('IMPORT_FILE_GONE', { fileId: '请再选一次文件。' });
  if (bytes === 'too big')
    return reject('IMPORT_TOO_BIG', { fileId: `文件最大${limits.importBytes / 1_000_000}MB。` });
  const fault = await faultOfFile(bytes);
  if (fault) return fault;
  let head: string[] | undefined;
  const isLong = (name: string | undefined) => columns.some((one) => one.name === name && one.isLong);
  const rows: SheetRow[] = [];
  // Of what is read, not of the bytes: a file that was saved anew is the same file.
  const hash = createHash('sha256');
  try {
    for await (const { index, values } of streamXlsxRows(bytes)) {
      const texts = values.map((value, i) => textOf(value, isLong(head?.[i])));
      if (texts.every((text) => text === '')) continue;
      if (!head) {
        head = texts.map((text) => text.replace(/[\s*\uFF0A]/g, ''));
        const lacks = columns.filter(({ name }) => !head?.includes(name)).map(({ name }) => name);
        if (lacks.length > 0)
          return reject('IMPORT_WRONG_HEAD', { fileId: `第一行里缺：${lacks.join('、')}。` });
        hash.update(JSON.stringify(head));
        continue;
      }
      if (head.every((name, i) => !texts[i] || !columns.some((column) => column.name === name))) continue;
      if (rows.length === most) return reject('IMPORT_TOO_LONG', { fileId: `这张表一个文件最多${most}行。` });
      const json = JSON.stringify(texts);
      hash.update(json);
      rows.push({ at: index + 1, json });
    }
  } catch {
    return reject('IMPORT_NOT_A_SHEET', { fileId: '这个表格打不开，请重新存一份再传。' });
  }
  if (!head || rows.length === 0) return reject('IMPORT_EMPTY', { fileId: '除了表头，一行也没有。' });
  return { hash: hash.digest('hex'), head, rows };
}

/** A cell as a person reads it: long digits in full, a day as 2026-11-24, a time as 08:30; on one line unless it may have several. */
function textOf(value: unknown, isLong: boolean): string {
  // What this product wrote so that no spreadsheet takes it for a formula is read as it was.
  if (typeof value === 'string')
    return (isLong ? value.split(/\r?\n/) : [value])
      .map((line) => seen(line).trim())
      .filter(Boolean)
      .join('\n')
      .replace(/^'(?=[=+\-@])/, '');
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value).toString() : String(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return value instanceof Date ? dateText(value) : '';
}

/** A spreadsheet has no zone: its days are given as if they were UTC's. A time alone is of the day 0. */
function dateText(date: Date): string {
  const text = date.toISOString();
  return date.getUTCFullYear() < 1901 ? text.slice(11, 16) : text.slice(0, 10);
}
