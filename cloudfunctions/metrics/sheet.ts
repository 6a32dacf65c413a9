import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { writeCsvStream } from 'hucre/csv';
import { writeXlsxStream } from 'hucre/xlsx';
import type { ExportFormat } from '../../contract/metrics';
import { harmless, unchanged } from '../domain/cell-text';

export type Cell = string | number | null;

/** A table as it goes into a file: what it is called, its head, and its rows as they come. */
export interface Table {
  name: string;
  head: string[];
  rows: AsyncIterable<Cell[]> | Iterable<Cell[]>;
}

/** The bytes of a table's file, as its rows come: memory does not grow with them. */
export function bytesOf(table: Table, format: ExportFormat): AsyncIterable<Uint8Array> {
  const rows = written(table.rows, (text) => (format === 'csv' ? unchanged(harmless(text)) : harmless(text)));
  const stream =
    format === 'xlsx'
      ? writeXlsxStream(rows, {
          name: table.name.slice(0, 31),
          columns: table.head.map((header) => ({ header, width: Math.max(12, header.length * 2 + 2) })),
          freezePane: { rows: 1 },
        })
      : writeCsvStream(rows, { headers: table.head, bom: true });
  // Node's own stream, which the browser's types do not know.
  return Readable.fromWeb(stream as NodeStream);
}

async function* written(rows: Table['rows'], write: (text: string) => string): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield row.map((cell) => (typeof cell === 'string' ? write(cell) : cell));
}
