import * as v from 'valibot';
import { limits } from '../limits';
import { confirmWays, custodyStates, handWays } from '../words';
import { card, keysOf, text } from './field';

export const handWay = v.picklist(keysOf(handWays), '请选怎么交的。');

const confirmed = v.optional(
  v.object({ at: v.number(), by: v.string(), how: v.picklist(keysOf(confirmWays)) }),
);

/** 原件: one original, or 证件 that the office made (`isResult`), from hand to hand, as those in the case see it. */
export const custodyView = v.object({
  id: v.string(),
  what: v.string(),
  isResult: v.optional(v.literal(true)),
  state: v.picklist(keysOf(custodyStates)),
  /** the agent who took it */
  by: v.string(),
  given: v.object({ at: v.number(), where: v.string(), confirmed }),
  lodged: v.optional(v.object({ at: v.number(), where: v.string() })),
  back: v.optional(
    v.object({
      at: v.number(),
      where: v.string(),
      to: v.string(),
      by: v.string(),
      way: v.optional(handWay),
      /** sent: by whom, and under which number */
      courier: v.optional(v.string()),
      number: v.optional(v.string()),
      confirmed,
    }),
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
  v.regex(/^[or]\d{1,3}$/, '没有这样东西，请刷新看看。'),
);
export const original = text(limits.itemWord, '原件的名称');
export const where = text(limits.address, '在哪里');
export const courier = text(limits.itemWord, '快递公司');
export const parcelNumber = v.pipe(
  v.string('请写快递单号。'),
  v.trim(),
  v.regex(/^[A-Za-z0-9-]{6,40}$/, '快递单号是字母和数字，请照着单子写。'),
);
