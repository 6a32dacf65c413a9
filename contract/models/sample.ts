import * as v from 'valibot';
import { callResult, level } from './field';
import { levelCounts } from './review';

/** 抽样: which finished cases are phoned. The same seed and population draw the same cases again. */
export const sampleView = v.object({
  id: v.string(),
  orgId: v.string(),
  orgName: v.string(),
  period: v.string(),
  drawnAt: v.number(),
  by: v.string(),
  /** cases asked for, and how many the period had */
  size: v.number(),
  population: v.number(),
  seed: v.string(),
  /** sha256 of the population's lines */
  hash: v.string(),
  strata: v.array(
    v.object({
      agentName: v.string(),
      serviceName: v.string(),
      channel: v.string(),
      rated: v.boolean(),
      population: v.number(),
      drawn: v.number(),
    }),
  ),
  /** how the calls went, and what was said beside what was rated online */
  results: v.object({
    open: v.number(),
    reached: v.number(),
    refused: v.number(),
    unreached: v.number(),
    /** of those reached: rated online as well, and said the same, better or worse on the phone */
    both: v.number(),
    same: v.number(),
    better: v.number(),
    worse: v.number(),
    online: levelCounts,
    phone: levelCounts,
    /** reached, and never rated online */
    unrated: levelCounts,
  }),
});
export type SampleView = v.InferOutput<typeof sampleView>;

/** 回访: one finished case to be phoned about. */
export const callbackRow = v.object({
  id: v.string(),
  sampleId: v.string(),
  caseId: v.string(),
  no: v.string(),
  serviceName: v.string(),
  /** masked; the number is opened by `cases.contact` */
  name: v.string(),
  calls: v.array(v.object({ at: v.number(), result: callResult })),
  open: v.boolean(),
  unreached: v.optional(v.boolean()),
  level: v.optional(level),
  text: v.optional(v.string()),
  /** what was rated online, once the call is over: the caller never asks with the answer in view */
  online: v.optional(level),
});
export type CallbackRow = v.InferOutput<typeof callbackRow>;
