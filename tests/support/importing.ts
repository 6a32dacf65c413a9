import type { CellValue } from 'hucre/xlsx';
import readXlsxFile from 'read-excel-file/node';
import type { Input, Output } from '../../contract/actions';
import type { ImportTable } from '../../contract/imports';
import type { Client } from '../../demo/client';
import { putFile, sheetOf } from './sheet';

export type Start = Input<'imports.start'>;
type State = Output<'imports.start'>;

/** Every sheet of a file that was taken out, read by another library than the one that wrote it. */
export const readBack = async (url: string) =>
  readXlsxFile(Buffer.from(await (await fetch(url)).arrayBuffer()));

/** A manager who brings one table of a unit in, as their page does. */
export class Importer {
  constructor(
    private readonly client: Client,
    readonly person: string,
    readonly orgId: string,
    private readonly table: ImportTable,
  ) {}

  upload = async (rows: readonly CellValue[][]) =>
    putFile(this.client, this.person, await sheetOf([...rows]));

  wish = (fileId: string, more: Partial<Start> = {}): Start => ({
    table: this.table,
    orgId: this.orgId,
    fileId,
    dryRun: false,
    ...more,
  });

  start = (fileId: string, more: Partial<Start> = {}) =>
    this.client.ok(this.person, 'imports.start', this.wish(fileId, more));

  dry = (fileId: string) => this.start(fileId, { dryRun: true });

  /** Until it is done. */
  whole = async (fileId: string, more: Partial<Start> = {}): Promise<State> => {
    let state = await this.start(fileId, more);
    while (state.state === 'running') state = await this.start(fileId, more);
    return state;
  };

  undone = async (importId: string): Promise<State> => {
    let state = await this.client.ok(this.person, 'imports.undo', { importId });
    while (state.state === 'undoing') state = await this.client.ok(this.person, 'imports.undo', { importId });
    return state;
  };

  /** What is there now, as rows with its headings. */
  taken = async (filled = true): Promise<string[][]> => {
    const { table, orgId } = this;
    const link = await this.client.ok(this.person, 'imports.template', { table, orgId, filled });
    const [sheet] = await readBack(link.url);
    return (sheet?.data ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  };
}

/** Rows by their headings, so that a test changes one cell by its name. */
export function edited(
  [head = [], ...rows]: string[][],
  change: (row: Record<string, string>) => Record<string, string>,
): string[][] {
  return [
    head,
    ...rows.map((row) => {
      const cells = Object.fromEntries(head.map((name, i) => [name, row[i] ?? '']));
      const next = { ...cells, ...change(cells) };
      return head.map((name) => next[name] ?? '');
    }),
  ];
}
