import * as v from 'valibot';
import { cursor, journalEntry, orgId, unitChange, unitNode } from '../models';
import type { Action } from './action';

/** The tree of units, and what was changed in it. */
export const units = {
  /**
   * A unit that the caller oversees and what is under it, above before below: of a district or a street all down to the communities,
   * of a community its grids. Without `orgId` the highest unit that the caller answers for.
   */
  tree: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId: v.optional(orgId) }),
    output: v.object({ units: v.array(unitNode) }),
  },
  /** Adds, edits, closes or opens again one unit. */
  change: {
    roles: ['manager'],
    writes: true,
    input: unitChange,
    output: v.object({ orgId: v.string() }),
  },
  /** What was changed in a unit and all under it, newest first; `about`: of one unit, person or item alone. */
  journal: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({
      orgId,
      about: v.optional(
        v.pipe(v.string('编号不对。'), v.minLength(1, '编号不对。'), v.maxLength(64, '编号不对。')),
      ),
      cursor,
    }),
    output: v.object({ entries: v.array(journalEntry), cursor }),
  },
} satisfies Record<string, Action>;
