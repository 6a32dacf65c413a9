import * as v from 'valibot';
import { limits } from '../limits';
import {
  appealRow,
  appealState,
  batchView,
  callResult,
  callbackRow,
  caseId,
  cursor,
  day,
  level,
  moderationRow,
  orgId,
  period,
  photoId,
  sampleView,
  score,
  setOf,
  text,
  textState,
  wallEntry,
  wallState,
} from '../models';
import { type Action, registered } from './action';

const sampleId = v.pipe(v.string('缺少抽样编号。'), v.maxLength(100, '抽样编号不对。'));

/** What of a unit's reviews waits for a manager. */
export const reviewHeap = v.picklist(['rectify', 'appeals', 'callbacks', 'texts', 'wall']);
export type ReviewHeap = v.InferOutput<typeof reviewHeap>;
const callbackId = v.pipe(v.string('缺少回访编号。'), v.maxLength(150, '回访编号不对。'));

export const reviews = {
  /** How many lie in each heap of a unit, without what the caller may not touch because they had it in hand. */
  heaps: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId }),
    output: v.object({ counts: v.record(reviewHeap, v.number()) }),
  },
  /**
   * One review a case, once it is completed: by the resident, or written down by a manager for a resident without
   * WeChat (代录). Words wait where they could not be checked at once. The answer to a bad review says what will happen and by when.
   */
  submit: {
    roles: ['resident', 'manager'],
    writes: true,
    input: v.strictObject({
      caseId,
      level,
      tags: v.optional(
        v.pipe(setOf(v.string()), v.maxLength(limits.reviewTags, `最多选${limits.reviewTags}个标签。`)),
        [],
      ),
      text: v.optional(text(limits.reviewText, '评价')),
      /** cloud file ids, uploaded to `reviews/<own id>/` before */
      photos: v.optional(
        v.pipe(setOf(photoId), v.maxLength(limits.reviewPhotos, `最多放${limits.reviewPhotos}张照片。`)),
        [],
      ),
      /** neighbours may read the words on the wall (回音墙) */
      wall: v.optional(v.boolean(), false),
    }),
    output: v.object({
      caseId: v.string(),
      level,
      textState: v.optional(textState),
      rectification: v.optional(v.object({ verifyBy: v.number(), mendBy: v.number(), orgName: v.string() })),
    }),
  },
  /** Links to a review's photos, in their order, without one that is gone: for managers of the case, good for ten minutes. */
  photos: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ caseId }),
    output: v.object({ urls: v.array(v.string()) }),
  },
  /** The one later addition. */
  add: {
    roles: ['resident'],
    writes: true,
    input: v.strictObject({ caseId, text: text(limits.reviewText, '补充的话') }),
    output: v.object({ caseId: v.string(), textState }),
  },
  /** An agent's own ratings: whole batches of five or more, a month each at most, newest first; the last twelve. */
  mine: {
    roles: ['agent'],
    writes: false,
    input: v.strictObject({}),
    output: v.object({ batches: v.array(batchView) }),
  },
  /** The rated agent holds a bad rating to be unjust. They say why; whose it is they never learn. */
  appeal: {
    roles: ['agent'],
    writes: true,
    input: v.strictObject({
      entryId: v.pipe(v.string('缺少评价编号。'), v.maxLength(64, '评价编号不对。')),
      reason: text(limits.appeal, '申诉的理由'),
    }),
    output: v.object({ entryId: v.string(), state: appealState }),
  },
  /** Appeals of a unit by their state, newest first. */
  appeals: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId, state: v.optional(appealState, 'open'), cursor }),
    output: v.object({ appeals: v.array(appealRow), cursor }),
  },
  /** Decides an appeal, one tier above the manager who handled the rectification. Upheld: the rating leaves the rates and stays visible. */
  judge: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({
      caseId,
      isUpheld: v.boolean('请选申诉成立还是不成立。'),
      why: text(limits.reason, '裁定的理由'),
    }),
    output: v.object({ caseId: v.string(), state: appealState }),
  },
  /** Reviews that a manager has to look at: `texts` whose words WeChat could not pass, `wall` that may go on the wall. */
  moderation: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId, heap: v.picklist(['texts', 'wall']), cursor }),
    output: v.object({ reviews: v.array(moderationRow), cursor }),
  },
  /** What a manager decides on a review's words, its place on the wall, and the answer there. */
  moderate: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({
      caseId,
      text: v.optional(v.picklist(['shown', 'refused'])),
      wall: v.optional(v.picklist(['shown', 'hidden'])),
      answer: v.optional(text(limits.answer, '回复')),
    }),
    output: v.object({ caseId: v.string(), textState: v.optional(textState), wall: v.optional(wallState) }),
  },
  /** 回音墙 of a community, the caller's own where none is named: whole batches, newest first; the last twelve. */
  wall: {
    roles: registered,
    writes: false,
    input: v.strictObject({ orgId: v.optional(orgId) }),
    output: v.object({
      orgName: v.string(),
      batches: v.array(v.object({ month: v.string(), entries: v.array(wallEntry) })),
    }),
  },
  /** Draws the cases of a month or quarter that are phoned about, once. The seed is made in the draw and shown after it. */
  draw: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({
      orgId,
      period,
      size: v.optional(
        v.pipe(
          v.number('件数要是数字。'),
          v.integer('件数要是整数。'),
          v.minValue(1, '至少抽一件。'),
          v.maxValue(limits.sample, `一次最多抽${limits.sample}件。`),
        ),
        30,
      ),
    }),
    output: v.object({ sample: sampleView }),
  },
  samples: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId, cursor }),
    output: v.object({ samples: v.array(v.omit(sampleView, ['strata', 'results'])), cursor }),
  },
  sample: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ sampleId }),
    output: v.object({ sample: sampleView }),
  },
  /** The draw once more from its seed, with all that is needed to repeat it elsewhere. */
  redraw: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ sampleId }),
    output: v.object({
      same: v.boolean(),
      seed: v.string(),
      /** `<case id> <stratum>`, a line each, in order */
      population: v.array(v.string()),
      drawn: v.array(v.string()),
    }),
  },
  /** The call-backs of a unit that the caller may make: never of a case that they had in hand. */
  callbacks: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId, open: v.optional(v.boolean(), true), cursor }),
    output: v.object({ callbacks: v.array(callbackRow), cursor }),
  },
  /** One of them. */
  callback: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ callbackId }),
    output: v.object({ callback: callbackRow }),
  },
  /** How one attempt went. The resident's answer, or the fifth attempt (未接通), ends it. */
  recordCall: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({
      callbackId,
      result: callResult,
      level: v.optional(level),
      text: v.optional(text(limits.message, '通话情况')),
    }),
    output: v.object({ callback: callbackRow }),
  },
  /**
   * Review scores of a unit: in all, by service item and by month of completion. `from` and `to` are days, both
   * included, of completion; the default is the twelve months up to today.
   */
  scores: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId, from: v.optional(day), to: v.optional(day) }),
    output: v.object({
      org: v.object({ id: v.string(), name: v.string() }),
      from: v.string(),
      to: v.string(),
      total: score,
      services: v.array(v.object({ serviceCode: v.string(), serviceName: v.string(), ...score.entries })),
      months: v.array(v.object({ month: v.string(), ...score.entries })),
      /** the newest reviews of the two lowest levels */
      bad: v.array(
        v.object({
          caseId: v.string(),
          no: v.string(),
          serviceName: v.string(),
          level,
          tags: v.array(v.string()),
          text: v.optional(v.string()),
          at: v.number(),
        }),
      ),
    }),
  },
} satisfies Record<string, Action>;
