import * as v from 'valibot';
import { limits } from '../limits';
import {
  caseId,
  chainHash,
  chainHead,
  cursor,
  day,
  going,
  gridCount,
  gridMove,
  journalChoice,
  journalEntry,
  missing,
  orgId,
  placeCode,
  placeRow,
  placeText,
  setOf,
  unitChange,
  unitNode,
} from '../models';
import { type Action, everyone, registered } from './action';
import { link } from './metrics';

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
  /** What residents would stumble over if they came today, what stops everything first. */
  missing: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId }),
    output: v.object({ missing: v.array(missing) }),
  },
  /**
   * Adds, edits, closes or opens again one unit, puts it into another of its tier or below another one. `dryRun` of these two: what
   * would go (`goes`); nothing is written.
   */
  change: {
    roles: ['manager'],
    writes: true,
    input: unitChange,
    output: v.object({ orgId: v.string(), goes: v.optional(going) }),
  },
  /**
   * Households go from grid to grid of one community, from a day on: what they have open follows, what has ended stays where it was
   * counted. `dryRun`: what would move, and what grids and agents would have; nothing is written.
   */
  regrid: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({
      from: day,
      moves: v.pipe(
        setOf(gridMove),
        v.minLength(1, '请至少写一条：从哪个网格到哪个网格。'),
        v.maxLength(limits.gridMoves, `一次最多${limits.gridMoves}条，请分几次来。`),
      ),
      dryRun: v.boolean(),
    }),
    output: v.object({
      /** of what is planned or done */
      id: v.optional(v.string()),
      /** its day has not come yet */
      isPlanned: v.boolean(),
      residents: v.number(),
      cases: v.number(),
      /** of a dry run */
      grids: v.array(v.object({ id: v.string(), name: v.string(), before: gridCount, after: gridCount })),
      agents: v.array(v.object({ id: v.string(), name: v.string(), before: gridCount, after: gridCount })),
    }),
  },
  /** What is planned for the grids of a community and what was done, newest first. */
  regrids: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId }),
    output: v.object({
      regrids: v.array(
        v.object({
          id: v.string(),
          at: v.number(),
          by: v.string(),
          from: v.string(),
          moves: v.array(gridMove),
          state: v.picklist(['planned', 'moved', 'done', 'dropped']),
          residents: v.number(),
          cases: v.number(),
        }),
      ),
    }),
  },
  /** Takes back what is planned. */
  unplan: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({
      id: v.pipe(v.string('编号不对。'), v.minLength(1, '编号不对。'), v.maxLength(64, '编号不对。')),
    }),
    output: v.object({ id: v.string() }),
  },
  /**
   * What was changed in a unit and all under it, newest first. `about`: of one unit, person or item alone; `kind` and `day`: of one kind,
   * on one day.
   */
  journal: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({
      orgId,
      about: v.optional(
        v.pipe(v.string('编号不对。'), v.minLength(1, '编号不对。'), v.maxLength(64, '编号不对。')),
      ),
      kind: v.optional(journalChoice),
      day: v.optional(day),
      cursor,
    }),
    output: v.object({ entries: v.array(journalEntry), cursor }),
  },
  /** Communities by their name, an estate's or a street's: twenty at most. For strangers to the register, too. */
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
  /**
   * 每日封存: the heads of a unit's chain, newest first, for anybody. `n`: the one that was printed, as it is now; absent where there is none
   * after so many entries.
   */
  heads: {
    roles: everyone,
    writes: false,
    input: v.strictObject({
      orgId,
      n: v.optional(v.pipe(v.number('条数不对。'), v.integer('条数不对。'), v.minValue(1, '条数不对。'))),
    }),
    output: v.object({
      name: v.string(),
      /** the unit above, whose chain takes these heads; `taken`: the count of the newest that lies in it */
      above: v.optional(v.object({ id: v.string(), name: v.string(), taken: v.optional(v.number()) })),
      /** the last day that was closed; a day without anything new has no head of its own */
      day: v.optional(v.string()),
      heads: v.array(chainHead),
      asked: v.optional(v.object({ n: v.number(), hash: chainHash, day })),
    }),
  },
  /** The chain of a unit as a file (JSON lines), from a day on, for `npm run verify`. */
  chain: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ orgId, from: day }),
    output: link,
  },
  /** WeChat's own code that leads to a case, as base64, for its receipts; none where the platform gave none. */
  caseCode: {
    roles: registered,
    writes: false,
    input: v.strictObject({ caseId }),
    output: v.object({ png: v.optional(v.string()) }),
  },
} satisfies Record<string, Action>;
