import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Client } from '../../demo/client';
import { upload } from './upload';

/** A workbook of one sheet. */
export const sheetOf = (rows: CellValue[][], more: Partial<WriteSheet> = {}): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: '表', rows, ...more }] });

let uploads = 0;

/** Puts a file into a person's own folder for imports; gives its cloud file id. */
export const putFile = (client: Client, person: string, bytes: Uint8Array): Promise<string> =>
  upload(client, person, `imports/${person}/${(uploads += 1)}.xlsx`, Buffer.from(bytes));
