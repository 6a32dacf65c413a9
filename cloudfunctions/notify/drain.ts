import type { CaseDoc, NoticeDoc, PendingNotice } from '../domain/documents';
import { add, find, get, is, updateOne } from '../kit/store';
import { send } from './send';

const BATCH = 50;
/** Longer than a run may take: after it another run may take over what a crash left. */
const LEASE_MS = 2 * 60_000;

/** Takes notices from the cases' outboxes to the inbox and to WeChat. It alone sends. */
export async function drain(now: number): Promise<Record<string, number>> {
  const waiting = await find(
    'cases',
    { outboxAt: is.lte(now) },
    { orderBy: [['outboxAt', 'asc']], limit: BATCH, without: ['events', 'candidates'] },
  );
  const counts: Record<string, number> = {
    found: waiting.length,
    claimed: 0,
    sent: 0,
    inbox_only: 0,
    failed: 0,
    unknown: 0,
  };
  for (const kase of waiting) {
    if (!(await claim(kase, now))) continue;
    counts.claimed = (counts.claimed ?? 0) + 1;
    for (const notice of kase.outbox) {
      const state = await deliver(notice, now);
      counts[state] = (counts[state] ?? 0) + 1;
    }
    await clear(kase, new Set(kase.outbox.map((notice) => notice._id)));
  }
  return counts;
}

/** A lease on one outbox: only one run gets it. */
function claim(kase: CaseDoc, now: number): Promise<boolean> {
  return updateOne('cases', { _id: kase._id, outboxAt: kase.outboxAt }, { outboxAt: now + LEASE_MS });
}

/**
 * One notice to the inbox and, once, to WeChat. Its id is the same in every run: found there already, it was sent or,
 * if a run died in between, its outcome is unknown; it is not sent again.
 */
async function deliver(notice: PendingNotice, now: number): Promise<NoticeDoc['delivery']['state']> {
  const isNew = await add('notices', { ...notice, delivery: { state: 'sending', at: now } });
  const delivery = isNew ? await send(notice, now) : await earlierDelivery(notice._id, now);
  await updateOne('notices', { _id: notice._id }, { delivery });
  return delivery.state;
}

async function earlierDelivery(id: string, now: number): Promise<NoticeDoc['delivery']> {
  const earlier = (await get('notices', id))?.delivery;
  return earlier === undefined || earlier.state === 'sending' ? { state: 'unknown', at: now } : earlier;
}

/** Empties the outbox of what was delivered; what was added meanwhile stays for the next run. */
async function clear(claimed: CaseDoc, delivered: Set<string>): Promise<void> {
  for (let kase: CaseDoc | undefined = claimed; kase; kase = await get('cases', claimed._id)) {
    const outbox = kase.outbox.filter((notice) => !delivered.has(notice._id));
    const change = { outbox, outboxAt: outbox[0]?.at, rev: kase.rev + 1 };
    if (await updateOne('cases', { _id: kase._id, rev: kase.rev }, change)) return;
  }
}
