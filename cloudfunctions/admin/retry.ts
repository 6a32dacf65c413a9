import { isRejection, reject } from '../../contract/errors';
import { isBarred } from '../domain/case/complaint';
import { repeatable } from '../domain/delivery/delivery';
import type { HandlerOf } from '../kit/serve';
import { get, is, updateOne } from '../kit/store';
import { overseenUnit } from '../kit/units';
import { mayOversee } from '../kit/rights';

/** Sends a notice that did not arrive once more, at the timer's next run. Errors: NOTICE_NOT_FOUND, NOTICE_ON_ITS_WAY. */
export const retry: HandlerOf<'admin.retry'> = async (context, { orgId, noticeId }) => {
  const unit = await overseenUnit(context, 'admin.retry', orgId);
  if (isRejection(unit)) return unit;
  const { who, now } = context;
  const notice = await get('notices', noticeId);
  if (!notice || isBarred(notice, who._id) || mayOversee('admin.retry', who, notice.unit) !== true)
    return reject('NOTICE_NOT_FOUND', { noticeId: '没有这条通知。' });
  const again = { state: 'waiting', stateAt: now, tries: 0, sendAt: now } as const;
  const done = await updateOne('notices', { _id: noticeId, state: is.in(repeatable) }, again);
  // Waiting already: this request, or another one, has done it.
  if (!done && notice.state !== 'waiting') return reject('NOTICE_ON_ITS_WAY', { noticeId: '不用再发。' });
  return { id: noticeId, state: 'waiting' };
};
