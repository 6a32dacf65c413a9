import * as v from 'valibot';
import { limits } from '../limits';
import { confirmWays, custodyStates } from '../words';
import { card, keysOf, text } from './field';

const confirmed = v.optional(
  v.object({ at: v.number(), by: v.string(), how: v.picklist(keysOf(confirmWays)) }),
);

/** 原件: one original, from hand to hand, as those in the case see it. */
export const custodyView = v.object({
  id: v.string(),
  what: v.string(),
  state: v.picklist(keysOf(custodyStates)),
  /** the agent who took it */
  by: v.string(),
  given: v.object({ at: v.number(), where: v.string(), confirmed }),
  lodged: v.optional(v.object({ at: v.number(), where: v.string() })),
  back: v.optional(
    v.object({ at: v.number(), where: v.string(), to: v.string(), by: v.string(), confirmed }),
  ),
  /** by when it is to be back */
  dueAt: v.number(),
  card: v.optional(card),
  /** photos of slips that the resident signed; their links come with the papers' (`cases.photos`) */
  slips: v.number(),
});
export type CustodyView = v.InferOutput<typeof custodyView>;

export const custodyId = v.pipe(
  v.string('请选一样原件。'),
  v.regex(/^o\d{1,3}$/, '没有这样原件，请刷新看看。'),
);
export const original = text(limits.itemWord, '原件的名称');
export const where = text(limits.address, '在哪里');
