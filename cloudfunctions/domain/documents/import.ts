import type { ImportTable } from '../../../contract/imports';
import type { Unit } from './unit';

/** Of a document that came in by a spreadsheet. */
export interface Imported {
  id: string;
  /** of the document as it was written: where it differs now, somebody has touched it */
  mark: string;
}

/** 导入: one file that came in. The `_id` follows from its content, its table and the unit: the same file twice is once. */
export interface ImportDoc {
  _id: string;
  table: ImportTable;
  orgId: string;
  unit: Unit;
  by: { id: string; name: string };
  at: number;
  only: 'all' | 'good';
  state: 'running' | 'done' | 'undoing' | 'undone';
  rows: number;
  /** rows that are done: a run that died is taken up here */
  cursor: number;
  added: number;
  /** absent: none */
  changed?: number;
  known: number;
  bad: number;
  /** when the last run began */
  ranAt: number;
  doneAt?: number;
  /** what is told this once of what came in (codes of invitations), as a file for ten minutes */
  told?: { fileId: string; name: string; rows: number; until: number };
  /** taking back: the last document that was looked at, and what came of it */
  undone?: {
    total: number;
    after: string;
    removed: number;
    keptCount: number;
    kept: { name: string; why: string }[];
  };
}

/**
 * What one row of an import made or changed: by it a row is written once, and taken back. The `_id` is the import's with the row counted from
 * the end, so that what was made last comes first.
 */
export interface ImportRowDoc {
  _id: string;
  importId: string;
  /** the document, and what a person calls it */
  docId: string;
  name: string;
  isNew: boolean;
  /** the fields that the row has set, as it set them; of a new document all */
  now: Record<string, unknown>;
  /** the same fields as they were before, those that were there */
  was: Record<string, unknown>;
}
