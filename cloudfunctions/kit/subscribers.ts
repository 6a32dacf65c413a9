import type { SubscriberDoc } from '../domain/documents';
import { newSubscriber } from '../domain/subscriber';
import type { Context } from './context';
import { get, transact } from './store';

/** How the caller is reached by WeChat. */
export async function subscriberOf({ who, openid }: Context): Promise<SubscriberDoc> {
  return (await get('subscribers', who._id)) ?? newSubscriber(who._id, openid);
}

/** Changes how the caller is reached; makes the entry when there is none. */
export function changeSubscriber(
  { who, openid }: Context,
  decide: (subscriber: SubscriberDoc) => Partial<SubscriberDoc>,
): Promise<SubscriberDoc> {
  return transact(async (tx) => {
    const found = await tx.get('subscribers', who._id);
    const before = found ?? newSubscriber(who._id, openid);
    const change = decide(before);
    const after = { ...before, ...change };
    if (!found) await tx.add('subscribers', after);
    else await tx.update('subscribers', who._id, { ...change, openid });
    return after;
  });
}
