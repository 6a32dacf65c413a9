import * as v from 'valibot';
import { limits } from '../limits';
import { text } from './field';
import { source, sourceView } from './source';

export const answerStates = ['proposed', 'public', 'withdrawn'] as const;
export type AnswerState = (typeof answerStates)[number];

/** 公开问答 as it is written: a question that anybody may have, without whoever asked it. */
export const answerWords = {
  question: text(limits.publicQuestion, '问题'),
  answer: text(limits.result, '答复'),
  source,
};

/** The same as anybody reads it. */
export const publicAnswer = v.object({
  id: v.string(),
  question: v.string(),
  answer: v.string(),
  source: sourceView,
  /** for whom it holds, and since when */
  orgName: v.string(),
  publishedAt: v.number(),
  /** its day of review has passed: it may not hold any more */
  isStale: v.boolean(),
});
export type PublicAnswer = v.InferOutput<typeof publicAnswer>;

/** As those read it who have a part in the case that it came from. */
export const answerRow = v.object({
  id: v.string(),
  caseId: v.string(),
  state: v.picklist(answerStates),
  question: v.string(),
  answer: v.string(),
  source: sourceView,
  /** who proposed, published or withdrew it, and when */
  by: v.string(),
  at: v.number(),
  /** the unit for which it holds, once it was published */
  orgName: v.optional(v.string()),
  reviewOn: v.optional(v.string()),
  isStale: v.optional(v.boolean()),
  why: v.optional(v.string()),
});
export type AnswerRow = v.InferOutput<typeof answerRow>;
