import * as v from 'valibot';
import { journalFields, journalKinds, journalNames } from '../words';
import { keysOf } from './field';

/** One entry of a unit's journal (台账): who changed what, and when. Personal data is masked. */
export const journalEntry = v.object({
  id: v.string(),
  at: v.number(),
  by: v.string(),
  orgId: v.string(),
  what: v.picklist(keysOf(journalNames)),
  about: v.object({ kind: v.picklist(keysOf(journalKinds)), id: v.string(), name: v.string() }),
  /** only what differs */
  changes: v.array(
    v.object({
      field: v.picklist(keysOf(journalFields)),
      before: v.optional(v.string()),
      after: v.optional(v.string()),
    }),
  ),
});
export type JournalEntry = v.InferOutput<typeof journalEntry>;
