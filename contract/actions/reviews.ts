import * as v from 'valibot';
import { limits } from '../limits';
import { caseId, day, level, orgId, score, text } from '../models';
import { type Action } from './action';

export const reviews = {
  /** One review a case, by the resident, once it is completed. */
  submit: {
    roles: ['resident'],
    writes: true,
    input: v.strictObject({
      caseId,
      level,
      tags: v.optional(
        v.pipe(v.array(v.string()), v.maxLength(limits.reviewTags, `最多选${limits.reviewTags}个标签。`)),
        [],
      ),
      text: v.optional(text(limits.reviewText, '评价')),
    }),
    output: v.object({ caseId: v.string(), level }),
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
