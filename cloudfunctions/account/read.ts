import type { HandlerOf } from '../kit/serve';
import { changeSubscriber } from '../kit/subscribers';

/** The inbox was read up to this instant; it never goes back. */
export const read: HandlerOf<'account.read'> = async (context, { upTo }) => {
  const seen = Math.min(upTo, context.now);
  const { readAt } = await changeSubscriber(context, (before) => ({ readAt: Math.max(before.readAt, seen) }));
  return { readAt };
};
