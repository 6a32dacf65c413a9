import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Client } from '../../demo/client';

/** A workbook of one sheet. */
export const sheetOf = (rows: CellValue[][], more: Partial<WriteSheet> = {}): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: '表', rows, ...more }] });

let uploads = 0;

/** Puts a file into a person's own folder for imports, as their page does; gives its cloud file id. */
export async function putFile(client: Client, person: string, bytes: Uint8Array): Promise<string> {
  const path = `imports/${person}/${(uploads += 1)}.xlsx`;
  const { url, authorization, fileId, cosFileId } = await client.local<
    Record<'url' | 'authorization' | 'fileId' | 'cosFileId', string>
  >('uploads', { person, path });
  const headers = {
    authorization,
    signature: authorization,
    key: encodeURIComponent(path),
    'x-cos-meta-fileid': cosFileId,
  };
  const { status } = await fetch(url, { method: 'PUT', headers, body: Buffer.from(bytes) });
  if (status !== 200) throw new Error(`${path}: ${status}`);
  return fileId;
}
