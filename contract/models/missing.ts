import * as v from 'valibot';

/** One thing that residents would stumble over, and the unit it is missing in. */
export const missing = v.object({
  what: v.picklist([
    'street',
    'community',
    'catalogue',
    'phone',
    'grid',
    'agent',
    'skill',
    'duty',
    'manager',
    'template',
  ]),
  orgId: v.string(),
  orgName: v.string(),
  /** the category that no agent does, the message without a template */
  about: v.optional(v.string()),
});
export type Missing = v.InferOutput<typeof missing>;
