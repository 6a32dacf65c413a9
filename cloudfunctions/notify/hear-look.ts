import * as v from 'valibot';
import { type Said, afterEvent } from '../domain/photo-check';
import { find, removeOne, updateOne } from '../kit/store';

/** WeChat's word on a picture that it was asked about. Source: docs/wechat.md, "Content security". */
const event = v.object({
  Event: v.literal('wxa_media_check'),
  trace_id: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  errcode: v.pipe(v.union([v.string(), v.number()]), v.transform(Number)),
  result: v.optional(v.object({ suggest: v.picklist(['pass', 'review', 'risky']) })),
});

export const isLook = (pushed: unknown): boolean =>
  v.is(v.looseObject({ Event: event.entries.Event }), pushed);

/**
 * Writes down what is to become of the photo; `sweep` does it. The trace says which photo it is: WeChat and the database alone know it,
 * so that nobody who makes an event up can speak of any.
 */
export async function hearLook(pushed: unknown, now: number): Promise<boolean> {
  const parsed = v.safeParse(event, pushed);
  if (!parsed.success) return false;
  const { trace_id: trace, errcode, result } = parsed.output;
  const [check] = await find('photoChecks', { trace }, { orderBy: [], limit: 1 });
  if (!check) return false;
  const said: Said = errcode === 0 && result ? result.suggest : 'unfetched';
  const next = afterEvent(check, said, now);
  if (next === 'done') await removeOne('photoChecks', check._id);
  else
    await updateOne(
      'photoChecks',
      { _id: check._id, trace },
      next === 'hide' ? { isRisky: true, askAt: now } : next,
    );
  return true;
}
