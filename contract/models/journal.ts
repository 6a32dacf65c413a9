import * as v from 'valibot';
import { journalChoices, journalFields, journalKinds, journalNames } from '../words';
import { keysOf } from './field';

/** What is read of a journal alone. */
export const journalChoice = v.picklist(keysOf(journalChoices), '请选要看哪一类。');
export type JournalChoice = v.InferOutput<typeof journalChoice>;

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
