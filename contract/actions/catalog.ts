import * as v from 'valibot';
import { limits } from '../limits';
import { serviceCode, serviceItem, serviceRow, text } from '../models';
import { type Action, everyone } from './action';

export const catalog = {
  /** Every service item, a line each, in the order of the catalogue. */
  list: {
    roles: everyone,
    writes: false,
    input: v.strictObject({}),
    output: v.object({ items: v.array(serviceRow) }),
  },
  /** What the words mean, best first. `hotlines` names numbers to call at once, where the words tell of danger. */
  search: {
    roles: everyone,
    writes: false,
    input: v.strictObject({
      text: text(limits.searchText, '要找的事'),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.searchResults))),
    }),
    output: v.object({
      /** the words complain of the staff: whom to call, and where no agent reads it */
      isComplaint: v.boolean(),
      items: v.array(serviceRow),
      hotlines: v.array(v.object({ number: v.string(), name: v.string(), why: v.string() })),
    }),
  },
  detail: {
    roles: everyone,
    writes: false,
    input: v.strictObject({ code: serviceCode }),
    output: v.object({ item: serviceItem }),
  },
} satisfies Record<string, Action>;
