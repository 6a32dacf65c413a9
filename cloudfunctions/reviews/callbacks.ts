import { isRejection, reject } from '../../contract/errors';
import { findPage } from '../kit/page';
import { mayOversee } from '../kit/rights';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';
import { overseenUnit, within } from '../kit/units';
import { rowOf } from './record-call';

/** The call-backs of a unit, open ones or those that are over, without those of cases that the caller had in hand. */
export const callbacks: HandlerOf<'reviews.callbacks'> = async (context, { orgId, open, cursor }) => {
  const unit = await overseenUnit(context, 'reviews.callbacks', orgId);
  if (isRejection(unit)) return unit;
  const page = await findPage('callbacks', { ...within(unit), open }, ['at', 'desc'], cursor);
  const others = page.rows.filter((one) => !one.agentIds.includes(context.who._id));
  return { callbacks: others.map(rowOf), cursor: page.cursor };
};

/** One call-back, for a manager who may make it. Errors: CALLBACK_NOT_FOUND, OWN_CASE. */
export const callback: HandlerOf<'reviews.callback'> = async ({ who }, { callbackId }) => {
  const found = await get('callbacks', callbackId);
  if (!found || mayOversee('reviews.callback', who, found.unit) !== true)
    return reject('CALLBACK_NOT_FOUND', { callbackId: '没有这个回访。' });
  return found.agentIds.includes(who._id)
    ? reject('OWN_CASE', { callbackId: '这件您经办过。' })
    : { callback: rowOf(found) };
};
