import * as v from 'valibot';
import { importOnly as onlyNames, importTables } from '../imports';
import { keysOf } from './field';

export const fileId = v.pipe(
  v.string('请选一个文件。'),
  v.minLength(1, '请选一个文件。'),
  v.maxLength(300, '请选一个文件。'),
);
export const importId = v.pipe(v.string('请选一次导入。'), v.regex(/^[0-9a-f]{24}$/, '请选一次导入。'));
export const importOnly = v.picklist(keysOf(onlyNames), '请选导入哪些行。');

/** Where an import is. */
export const importState = v.object({
  importId: v.string(),
  table: v.picklist(keysOf(importTables)),
  orgId: v.string(),
  state: v.picklist(['checked', 'running', 'done', 'undoing', 'undone']),
  /** rows of the file that hold something */
  rows: v.number(),
  /** of these, written or left out so far; of an undo, those looked at */
  done: v.number(),
  /** new ones that came in */
  added: v.number(),
  /** those that were there before and say something else now */
  changed: v.number(),
  /** those that were there before: left as they are */
  known: v.number(),
  /** those with a fault */
  bad: v.number(),
  /** of a dry run, the first faults: the row as the sheet counts it, its column, and what to do */
  faults: v.array(v.object({ row: v.number(), column: v.string(), text: v.string() })),
  /** of a dry run: the same file, with the faults beside the rows; of invitations: their codes, told this once */
  file: v.optional(v.object({ url: v.string(), name: v.string(), rows: v.number(), seconds: v.number() })),
  at: v.number(),
  by: v.string(),
  /** until when it can be taken back */
  undoUntil: v.optional(v.number()),
  /** taken back */
  removed: v.number(),
  /** touched since, and so not taken back: the first of them */
  kept: v.array(v.object({ name: v.string(), why: v.string() })),
  keptCount: v.number(),
});
export type ImportState = v.InferOutput<typeof importState>;
