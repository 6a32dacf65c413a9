import type { CaseDoc, NoticeDoc, PendingNotice } from '../domain/documents';
import { add, find, get, is } from '../kit/store';
import { replace } from '../kit/write';
import { passCalls } from './call';

/** Cases that one read gives. */
const BATCH = 50;

/**
 * Takes the notices of some cases from their outboxes to the inbox. Each arrives once, whatever dies on the way: its id
 * is the same in every run. Gives how many outboxes there were.
 */
export async function unpack(now: number): Promise<{ outboxes: number; notices: number; isDone: boolean }> {
  const waiting = await find(
    'cases',
    { outboxAt: is.lte(now) },
    { orderBy: [['outboxAt', 'asc']], limit: BATCH, without: ['events', 'candidates'] },
  );
  const taken = await Promise.all(waiting.map((kase) => empty(kase, now)));
  const notices = taken.reduce((sum, count) => sum + count, 0);
  return { outboxes: waiting.length, notices, isDone: waiting.length < BATCH };
}

async function empty(kase: CaseDoc, now: number): Promise<number> {
  await passCalls(kase);
  const added = await Promise.all(kase.outbox.map((notice) => add('notices', received(notice, now))));
  await clear(kase, new Set(kase.outbox.map((notice) => notice._id)));
  return added.filter(Boolean).length;
}

function received(notice: PendingNotice, now: number): NoticeDoc {
  const { inboxOnly: why } = notice;
  const fresh = { ...notice, stateAt: now, tries: 0 };
  return why === undefined
    ? { ...fresh, state: 'waiting', sendAt: now }
    : { ...fresh, state: 'inbox_only', why };
}

/** Empties the outbox of what was taken; what was added meanwhile stays for the next run. */
async function clear(read: CaseDoc, taken: Set<string>): Promise<void> {
  for (let kase: CaseDoc | undefined = read; kase; kase = await get('cases', read._id)) {
    const outbox = kase.outbox.filter((notice) => !taken.has(notice._id));
    if (await replace(kase, { ...kase, outbox, outboxAt: outbox[0]?.at })) return;
  }
}
