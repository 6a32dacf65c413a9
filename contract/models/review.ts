import * as v from 'valibot';
import { reviewChannels } from '../words';
import {
  appealState,
  callResult,
  card,
  keysOf,
  level,
  outcome,
  rectifyDeed,
  rectifyState,
  textState,
  wallState,
} from './field';

/** 评价, as the resident and the managers read it; the agent whom it is about never does. */
export const reviewView = v.object({
  level,
  tags: v.array(v.string()),
  /** for the resident always; for others once it is `shown` */
  text: v.optional(v.string()),
  textState: v.optional(textState),
  /** cloud file ids: evidence for the resident, who put them there, and for managers (`reviews.photos`) */
  photos: v.array(v.string()),
  at: v.number(),
  channel: v.picklist(keysOf(reviewChannels)),
  /** counts in headline rates */
  headline: v.boolean(),
  /** who wrote it down, for managers */
  enteredBy: v.optional(v.string()),
  addition: v.optional(v.object({ text: v.optional(v.string()), textState, at: v.number() })),
  wall: v.optional(wallState),
  /** the community's answer on the wall */
  answer: v.optional(v.string()),
  appeal: v.optional(
    v.object({
      state: appealState,
      at: v.number(),
      /** the agent's words, for managers */
      reason: v.optional(v.string()),
      why: v.optional(v.string()),
    }),
  ),
});
export type ReviewView = v.InferOutput<typeof reviewView>;

/** 整改, as the resident and the managers read it. */
export const rectificationView = v.object({
  state: rectifyState,
  level,
  openedAt: v.number(),
  verifyBy: v.number(),
  /** mended and called back by then */
  mendBy: v.number(),
  card: v.optional(card),
  /** the unit that answers for it, and who of it has taken it */
  orgName: v.string(),
  handler: v.optional(v.string()),
  isUpheld: v.optional(v.boolean()),
  findings: v.optional(v.string()),
  outcome: v.optional(outcome),
  mended: v.optional(v.string()),
  calls: v.array(v.object({ at: v.number(), result: callResult })),
  /** what the resident said on the phone; `unreached`: 未接通 */
  after: v.optional(level),
  afterText: v.optional(v.string()),
  unreached: v.optional(v.boolean()),
  closedAt: v.optional(v.number()),
  /** a call-back heard that nothing was mended: the unit above had it after that, where there is one */
  isRefused: v.optional(v.boolean()),
  /** what the viewer may do now */
  deeds: v.array(rectifyDeed),
});
export type RectificationView = v.InferOutput<typeof rectificationView>;

/**
 * A rate with what it is made from. `rate` and `responseRate` are 0..1, or null where the denominator is 0; `rate` is null
 * and `hidden` true where the reviews are under 20.
 */
export const score = v.object({
  /** reviews of the upper three levels */
  numerator: v.number(),
  /** reviews */
  denominator: v.number(),
  rate: v.nullable(v.number()),
  hidden: v.boolean(),
  /** cases completed in the same range */
  completed: v.number(),
  /** reviews ÷ cases completed */
  responseRate: v.nullable(v.number()),
  levels: v.object({
    'very-satisfied': v.number(),
    satisfied: v.number(),
    'basically-satisfied': v.number(),
    dissatisfied: v.number(),
    'very-dissatisfied': v.number(),
  }),
});
export type Score = v.InferOutput<typeof score>;

export const levelCounts = score.entries.levels;

/** One entry of a batch: a rating without a name, a time or a case. */
export const batchEntry = v.object({
  /** to appeal by; it leads to no case */
  id: v.string(),
  level,
  tags: v.array(v.string()),
  text: v.optional(v.string()),
  appeal: v.optional(v.object({ state: appealState, reason: v.string(), why: v.optional(v.string()) })),
});
export type BatchEntry = v.InferOutput<typeof batchEntry>;

/** What an agent learns of a month and of the months before it that were too few: five ratings or more, or nothing. */
export const batchView = v.object({
  /** the last month in it, `2026-11` */
  month: v.string(),
  /** of the upper three levels, ratings, and their rate; appeals that were upheld are left out */
  numerator: v.number(),
  denominator: v.number(),
  levels: levelCounts,
  tags: v.array(v.object({ tag: v.string(), count: v.number() })),
  /** in an order that tells nothing */
  entries: v.array(batchEntry),
});
export type BatchView = v.InferOutput<typeof batchView>;

/** What neighbours read on the wall. */
export const wallEntry = v.object({
  id: v.string(),
  level,
  tags: v.array(v.string()),
  text: v.string(),
  answer: v.optional(v.string()),
});
export type WallEntry = v.InferOutput<typeof wallEntry>;

/** An appeal, for the manager who decides on it. */
export const appealRow = v.object({
  caseId: v.string(),
  no: v.string(),
  serviceName: v.string(),
  agentName: v.string(),
  level,
  tags: v.array(v.string()),
  text: v.optional(v.string()),
  reason: v.string(),
  at: v.number(),
  state: appealState,
  why: v.optional(v.string()),
  by: v.optional(v.string()),
  /** what the rectification found */
  findings: v.optional(v.string()),
  outcome: v.optional(outcome),
  /** the viewer may decide on it */
  mine: v.boolean(),
});
export type AppealRow = v.InferOutput<typeof appealRow>;

/** A review that a manager has to look at: its words (WeChat could not say), or whether it goes on the wall. */
export const moderationRow = v.object({
  caseId: v.string(),
  no: v.string(),
  serviceName: v.string(),
  level,
  tags: v.array(v.string()),
  at: v.number(),
  text: v.optional(v.string()),
  textState: v.optional(textState),
  addition: v.optional(v.object({ text: v.string(), textState })),
  wall: v.optional(wallState),
  answer: v.optional(v.string()),
});
export type ModerationRow = v.InferOutput<typeof moderationRow>;
