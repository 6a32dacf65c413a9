import type { SubscriberDoc } from '../domain/documents';
import { newSubscriber } from '../domain/delivery/subscriber';
import type { Context } from './context';
import { get, transact } from './store';

/** How the caller is reached by WeChat. */
export async function subscriberOf({ who }: Pick<Context, 'who'>): Promise<SubscriberDoc> {
  return (await get('subscribers', who._id)) ?? newSubscriber(who._id);
}

/** Changes how the caller is reached; makes the entry when there is none. */
export function changeSubscriber(
  { who }: Pick<Context, 'who'>,
  decide: (subscriber: SubscriberDoc) => Partial<SubscriberDoc>,
): Promise<SubscriberDoc> {
  return transact(async (tx) => {
    const found = await tx.get('subscribers', who._id);
    const before = found ?? newSubscriber(who._id);
    const change = decide(before);
    const after = { ...before, ...change };
    if (!found) await tx.add('subscribers', after);
    else if (Object.keys(change).length > 0) await tx.update('subscribers', who._id, change);
    return after;
  });
}
