import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';

/** The inbox was read up to this instant; it never goes back. */
export const read: HandlerOf<'account.read'> = ({ who, now }, { upTo }) =>
  transact(async (tx) => {
    const before = (await tx.get('people', who._id))?.readAt ?? 0;
    const readAt = Math.max(before, Math.min(upTo, now));
    if (readAt > before) await tx.update('people', who._id, { readAt });
    return { readAt };
  });
