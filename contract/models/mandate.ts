import * as v from 'valibot';
import { limits } from '../limits';
import { mandateActs, mandateStates, signedNames } from '../words';
import { keysOf } from './field';
import { setOf } from './set';

const coordinate = v.pipe(v.number('签名不对。'), v.integer('签名不对。'), v.minValue(0), v.maxValue(1000));
/**
 * A signature as it was drawn: strokes, each its points one after the other (x, y, x, y …), in thousandths of the field's width.
 */
export const strokes = v.pipe(
  v.array(
    v.pipe(
      v.array(coordinate),
      v.check((points) => points.length % 2 === 0, '签名不对。'),
    ),
  ),
  v.maxLength(limits.strokes, '签名的笔画太多了，请清掉重签。'),
  v.check(
    (all) => all.reduce((sum, { length }) => sum + length / 2, 0) <= limits.points,
    '签名太长了，请清掉重签。',
  ),
);
export type Strokes = v.InferOutput<typeof strokes>;

export const mandateId = v.pipe(
  v.string('缺少委托书编号。'),
  v.minLength(1),
  v.maxLength(64, '委托书编号不对。'),
);

/** What a 委托书 says: whom, what, how long, and how it is signed. */
export const mandateWords = {
  /** who is authorised: the agent who has the case, or who asked for it */
  to: v.picklist(['agent', 'asker'], '请选委托给谁。'),
  acts: v.pipe(setOf(v.picklist(keysOf(mandateActs))), v.minLength(1, '请选委托他做什么。')),
  /** how many days from today */
  days: v.optional(
    v.pipe(
      v.number('期限要是天数。'),
      v.integer('期限要是整天数。'),
      v.minValue(1, '期限至少一天。'),
      v.maxValue(limits.mandateDays, `期限最多${limits.mandateDays}天。`),
    ),
    30,
  ),
  signed: v.picklist(keysOf(signedNames), '请选怎么签。'),
  /** of a signature on the screen */
  strokes: v.optional(strokes),
  /** the resident is under 18 */
  minor: v.optional(v.boolean()),
  /** who signs says that they are the guardian */
  guardian: v.optional(v.boolean()),
};

/** 委托书, as a reader of the case sees it. */
export const mandateView = v.object({
  id: v.string(),
  to: v.object({ part: v.picklist(['agent', 'asker']), name: v.string() }),
  acts: v.array(v.picklist(keysOf(mandateActs))),
  at: v.number(),
  /** the first instant at which it does not hold any more */
  until: v.number(),
  signed: v.picklist(keysOf(signedNames)),
  /** who signed it: the resident, or a guardian */
  by: v.string(),
  guardian: v.optional(v.boolean()),
  state: v.picklist(keysOf(mandateStates)),
  /** for the resident's side, and for the one whom it names while it holds */
  strokes: v.optional(v.array(v.array(v.number()))),
});
export type MandateView = v.InferOutput<typeof mandateView>;
