import * as v from 'valibot';
import { cursor, journalEntry, orgId, placeCode, placeRow, placeText, unitChange, unitNode } from '../models';
import { type Action, everyone } from './action';

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
  /** Communities by their name, an estate's or a street's: twenty at most. For who is in no register yet, too. */
  find: {
    roles: everyone,
    writes: false,
    input: v.strictObject({ text: placeText }),
    output: v.object({
      units: v.array(placeRow),
      /** there are more: say more of the name */
      isMore: v.boolean(),
    }),
  },
  /** The community that a scanned code leads to, and its grid where the code is a grid's. */
  scan: {
    roles: everyone,
    writes: false,
    input: v.strictObject({ code: placeCode }),
    output: placeRow,
  },
  /**
   * What the sheet of a community or a grid shows. `png`: base64 of WeChat's own code, where the platform gave one; else the page draws a
   * plain one.
   */
  code: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId }),
    output: v.object({
      orgId: v.string(),
      name: v.string(),
      code: v.string(),
      /** what the mini-program's page is opened with: `query.scene` */
      scene: v.string(),
      page: v.string(),
      png: v.optional(v.string()),
    }),
  },
} satisfies Record<string, Action>;
