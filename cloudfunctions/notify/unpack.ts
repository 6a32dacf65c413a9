import type { CaseDoc } from '../domain/documents';
import { add, find, get, is, updateOne } from '../kit/store';

const BATCH = 50;
/** Longer than a run may take: after it another run may take over what a crash left. */
const LEASE_MS = 2 * 60_000;

/** Takes notices from the cases' outboxes to the inbox, each once: its id is the same in every run. */
export async function unpack(now: number): Promise<{ found: number; unpacked: number }> {
  const waiting = await find(
    'cases',
    { outboxAt: is.lte(now) },
    { orderBy: [['outboxAt', 'asc']], limit: BATCH, without: ['events', 'candidates'] },
  );
  let unpacked = 0;
  for (const kase of waiting) {
    if (!(await claim(kase, now))) continue;
    for (const notice of kase.outbox) {
      const fresh = { ...notice, state: 'waiting', stateAt: now, tries: 0, sendAt: now } as const;
      if (await add('notices', fresh)) unpacked += 1;
    }
    await clear(kase, new Set(kase.outbox.map((notice) => notice._id)));
  }
  return { found: waiting.length, unpacked };
}

/** A lease on one outbox: only one run gets it. */
function claim(kase: CaseDoc, now: number): Promise<boolean> {
  return updateOne('cases', { _id: kase._id, outboxAt: kase.outboxAt }, { outboxAt: now + LEASE_MS });
}

/** Empties the outbox of what was taken; what was added meanwhile stays for the next run. */
async function clear(claimed: CaseDoc, taken: Set<string>): Promise<void> {
  for (let kase: CaseDoc | undefined = claimed; kase; kase = await get('cases', claimed._id)) {
    const outbox = kase.outbox.filter((notice) => !taken.has(notice._id));
    const change = { outbox, outboxAt: outbox[0]?.at, rev: kase.rev + 1 };
    if (await updateOne('cases', { _id: kase._id, rev: kase.rev }, change)) return;
  }
}
