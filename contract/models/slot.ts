import * as v from 'valibot';
import { day } from './field';

/** 时段: an hour of a day for which an agent who can is still free. */
export const slot = v.object({
  at: v.number(),
  /** so many can still have it */
  left: v.number(),
});
export type Slot = v.InferOutput<typeof slot>;

/** A day with what of it can be had. */
export const slotDay = v.object({
  day,
  slots: v.array(slot),
  /** why none can be had */
  why: v.optional(v.string()),
  /** 暂定: the holidays of its year are not published yet */
  provisional: v.optional(v.boolean()),
});
export type SlotDay = v.InferOutput<typeof slotDay>;
