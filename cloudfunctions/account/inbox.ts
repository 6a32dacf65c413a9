import type { Notice } from '../../contract/models';
import { limits } from '../../contract/limits';
import type { PendingNotice, PersonDoc } from '../domain/documents';
import { isBarred } from '../domain/case/complaint';
import { findPage } from '../kit/page';
import type { HandlerOf } from '../kit/serve';
import { find, is } from '../kit/store';
import { unlessBarred } from '../kit/units';

/**
 * My notices, newest first, and those of the units I oversee. What `notify` has not taken from the cases' outboxes yet
 * is already here, on the first page.
 */
export const inbox: HandlerOf<'account.inbox'> = async ({ who }, { cursor }) => {
  const mine = addressesOf(who);
  const [page, pending] = await Promise.all([
    findPage('notices', { to: is.in(mine), ...unlessBarred(who) }, ['at', 'desc'], cursor),
    cursor === undefined ? pendingFor(who, mine) : [],
  ]);
  const taken = new Set(page.rows.map((notice) => notice._id));
  const notices = [...pending.filter((notice) => !taken.has(notice._id)), ...page.rows].sort(newestFirst);
  return { notices: notices.map(noticeOf), cursor: page.cursor, readAt: who.readAt ?? 0 };
};

/** Where a person is told things: themselves, and the units they answer for. */
export function addressesOf({ _id, posts }: PersonDoc): string[] {
  return [_id, ...posts.filter((post) => post.role === 'manager').map((post) => post.orgId)];
}

/** In the order of the pages: ties by id. */
function newestFirst(a: PendingNotice, b: PendingNotice): number {
  return b.at - a.at || (a._id < b._id ? 1 : -1);
}

async function pendingFor(who: PersonDoc, mine: string[]): Promise<PendingNotice[]> {
  const cases = await find(
    'cases',
    { outboxAt: is.gt(0), 'outbox.to': is.in(mine) },
    { orderBy: [['outboxAt', 'desc']], limit: limits.page, without: ['events', 'candidates'] },
  );
  return cases.flatMap((kase) =>
    kase.outbox.filter((notice) => mine.includes(notice.to) && !isBarred(notice, who._id)),
  );
}

function noticeOf({ _id, at, title, text, caseId, no, page }: PendingNotice): Notice {
  return { id: _id, at, title, text, caseId, no, page };
}
