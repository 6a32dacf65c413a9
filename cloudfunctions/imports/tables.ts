import type { ImportTable } from '../../contract/imports';
import { openCatalogue, undoCatalogue } from './catalogue';
import { openResidents, undoResidents } from './residents';
import { openRosters, undoRosters } from './rosters';
import { openStaff, undoStaff } from './staff';
import type { Open, Undo } from './table';
import { openUnits, undoUnits } from './units';

/** Every table that comes in: how it is read and written, and how it is taken back. */
export const tables: Record<ImportTable, { open: Open; undo: Undo }> = {
  units: { open: openUnits, undo: undoUnits },
  residents: { open: openResidents, undo: undoResidents },
  staff: { open: openStaff, undo: undoStaff },
  rosters: { open: openRosters, undo: undoRosters },
  catalogue: { open: openCatalogue, undo: undoCatalogue },
};
