import * as v from 'valibot';

/** What broke on pages, each trouble once: its words, masked, and how often. Of no person. */
export const trouble = v.object({
  id: v.string(),
  words: v.string(),
  /** the page, without what was asked of it */
  page: v.string(),
  /** the mini-program's */
  version: v.string(),
  count: v.number(),
  firstAt: v.number(),
  lastAt: v.number(),
});
export type Trouble = v.InferOutput<typeof trouble>;
