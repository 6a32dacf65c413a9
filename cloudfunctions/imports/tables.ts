import type { ImportTable } from '../../contract/imports';
import { openResidents, undoResidents } from './residents';
import { openStaff, undoStaff } from './staff';
import type { Open, Undo } from './table';

/** Every table that comes in: how it is read and written, and how it is taken back. */
export const tables: Record<ImportTable, { open: Open; undo: Undo }> = {
  staff: { open: openStaff, undo: undoStaff },
  residents: { open: openResidents, undo: undoResidents },
};
