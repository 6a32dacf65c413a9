import * as v from 'valibot';
import { importTables } from '../imports';
import { fileId, importId, importOnly, importState, keysOf, orgId } from '../models';
import type { Action } from './action';
import { link } from './metrics';

const table = v.picklist(keysOf(importTables), '请选一张表。');

/** Spreadsheets that come in. `orgId`: the unit that the rows belong to, else the highest that the caller answers for. */
export const imports = {
  /**
   * A sheet to fill in: headings, dropdowns, and a page with what can be chosen. `filled`: with what is there now, to be changed and brought
   * back; of residents and staff as much as their list shows (docs/decisions/0069).
   */
  template: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ table, orgId: v.optional(orgId), filled: v.optional(v.boolean()) }),
    output: link,
  },
  /**
   * Reads a file. `dryRun` writes nothing and names each row's fault. Else a portion of its rows is written: who asks goes on asking
   * with the same file until the state is `done`, and another run goes on where the last one stopped.
   */
  start: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({
      table,
      fileId,
      orgId: v.optional(orgId),
      dryRun: v.boolean(),
      only: v.optional(importOnly, 'all'),
    }),
    output: importState,
  },
  state: { roles: ['manager'], writes: false, input: v.strictObject({ importId }), output: importState },
  /** What was imported for a unit, newest first: the last ten. */
  recent: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId: v.optional(orgId) }),
    output: v.object({ imports: v.array(importState) }),
  },
  /** Takes an import back, within a day, a portion at a time: what was touched since stays, and is listed. */
  undo: { roles: ['manager'], writes: true, input: v.strictObject({ importId }), output: importState },
} satisfies Record<string, Action>;
