import * as v from 'valibot';
import { cursor, journalEntry, orgId } from '../models';
import type { Action } from './action';

/** The tree of units, and what was changed in it. */
export const units = {
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
