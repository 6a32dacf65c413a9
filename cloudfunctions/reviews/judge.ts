import { isRejection, reject } from '../../contract/errors';
import { settle } from '../domain/case/settle';
import { judgeable } from '../domain/review/appeal';
import { appealDecided } from '../domain/delivery/of-appeals';
import { withEntry } from '../domain/review/batch';
import { maskText } from '../domain/mask';
import { isRepeat } from '../kit/repeat';
import { mayOversee } from '../kit/rights';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';
import { replaceIn } from '../kit/write';

/**
 * Decides an appeal. Upheld: the rating leaves every rate and stays visible, with the reason. The rated agent is told and reads
 * the decision beside the entry. Errors: APPEAL_NOT_FOUND, APPEAL_NOT_YOURS, APPEAL_DECIDED, REQUEST_REUSED.
 */
export const judge: HandlerOf<'reviews.judge'> = (context, { caseId, isUpheld, why }) =>
  transact(async (tx) => {
    const { who, now, requestId, digest } = context;
    const review = await tx.get('reviews', caseId);
    const appeal = review?.appeal;
    if (!review || !appeal || mayOversee('reviews.judge', who, review.unit) !== true)
      return reject('APPEAL_NOT_FOUND', { caseId: '没有这个申诉。' });
    const { decidedBy = '', decidedDigest, by: judge } = appeal;
    const repeated =
      judge?.id === who._id && isRepeat({ requestId: decidedBy, digest: decidedDigest }, context);
    if (repeated) return isRejection(repeated) ? repeated : { caseId, state: appeal.state };
    const kase = judgeable(who, review, appeal, await tx.get('cases', caseId));
    if (isRejection(kase)) return kase;
    const state = isUpheld ? 'upheld' : 'rejected';
    const text = maskText(why);
    const by = { id: who._id, name: who.name };
    await tx.update('reviews', caseId, {
      appeal: {
        ...appeal,
        state,
        why: text,
        by,
        decidedAt: now,
        decidedBy: requestId,
        decidedDigest: digest,
      },
      appealState: state,
      ...(isUpheld && { headline: false }),
    });
    if (isUpheld) await replaceIn(tx, kase, settle({ ...kase, reviewHeadline: false }, now));
    const batch = review.batchId === undefined ? undefined : await tx.get('batches', review.batchId);
    if (batch) {
      const decided = { state, reason: appeal.reason, why: text } as const;
      const { entries } = withEntry(batch, caseId, (entry) => ({ ...entry, appeal: decided }));
      await tx.update('batches', batch._id, { entries });
      const entryId = batch.entries[batch.members.indexOf(caseId)]?.id;
      if (entryId !== undefined) {
        const about = { entryId, unit: review.unit, at: now };
        await tx.add('notices', appealDecided(about, review.agentId, { isUpheld, why: text }));
      }
    }
    return { caseId, state };
  });
