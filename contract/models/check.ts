import * as v from 'valibot';

/** One line of the self-check: what was tried, what came of it, and the one thing to do. Of no person. */
export const tried = v.object({
  what: v.string(),
  /** `unsure`: it could not be tried, or nothing answered */
  state: v.picklist(['fine', 'wrong', 'unsure']),
  found: v.string(),
  todo: v.optional(v.string()),
});
export type Tried = v.InferOutput<typeof tried>;
