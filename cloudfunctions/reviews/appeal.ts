import { isRejection, reject } from '../../contract/errors';
import { appealable, appealTo } from '../domain/review/appeal';
import { appealAsked } from '../domain/delivery/of-appeals';
import { withEntry } from '../domain/review/batch';
import { maskText } from '../domain/mask';
import type { HandlerOf } from '../kit/serve';
import { find, transact } from '../kit/store';

/**
 * The rated agent appeals against an entry of their own batch. Which case it is, the batch knows and the answer never says.
 * The unit that decides is told.
 * Errors: ENTRY_NOT_FOUND, NOT_APPEALABLE, ALREADY_APPEALED.
 */
export const appeal: HandlerOf<'reviews.appeal'> = async ({ who, now, requestId }, { entryId, reason }) => {
  const query = { owner: who._id, 'entries.id': entryId };
  const [found] = await find('batches', query, { orderBy: [['month', 'desc']], limit: 1 });
  const caseId = found?.members[found.entries.findIndex((entry) => entry.id === entryId)];
  if (!found || caseId === undefined) return reject('ENTRY_NOT_FOUND', { entryId: '没有这条评价。' });
  return transact(async (tx) => {
    const [batch, review, kase] = [
      await tx.get('batches', found._id),
      await tx.get('reviews', caseId),
      await tx.get('cases', caseId),
    ];
    if (!batch || !review || !kase) return reject('ENTRY_NOT_FOUND', { entryId: '没有这条评价。' });
    if (review.appeal?.requestId === requestId) return { entryId, state: review.appeal.state };
    const refused = appealable(review);
    if (isRejection(refused)) return refused;
    const text = maskText(reason);
    const state = 'open';
    await tx.update('batches', batch._id, {
      entries: withEntry(batch, caseId, (entry) => ({ ...entry, appeal: { state, reason: text } })).entries,
    });
    const orgId = appealTo(kase);
    await tx.update('reviews', caseId, {
      appeal: { state, reason: text, at: now, orgId, requestId },
      appealState: state,
    });
    await tx.add('notices', appealAsked({ entryId, unit: review.unit, at: now }, orgId, who.name));
    return { entryId, state };
  });
};
