import { isRejection, reject } from '../../contract/errors';
import { maskText } from '../domain/mask';
import { carryErasure } from '../kit/erase';
import { findPage } from '../kit/page';
import { close, leavingNow, requestView, whyNot } from '../kit/requests';
import { mayOversee } from '../kit/rights';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';
import { overseenUnit, within } from '../kit/units';

/** The requests of a unit: those that are open by when they are due, the others the newest first. */
export const requests: HandlerOf<'privacy.requests'> = async (context, { orgId, open, cursor }) => {
  const unit = await overseenUnit(context, 'privacy.requests', orgId);
  if (isRejection(unit)) return unit;
  const page = await findPage(
    'dataRequests',
    { ...within(unit), isOpen: open },
    open ? ['dueAt', 'asc'] : ['at', 'desc'],
    cursor,
  );
  return { requests: page.rows.map((doc) => requestView(doc, context.now)), cursor: page.cursor };
};

/**
 * Carries a request out, or refuses it with a ground of the law. Of a leaving a first run follows at once, the rest is the timer's. Nobody
 * decides on their own. Errors: REQUEST_NOT_FOUND, REQUEST_CLOSED, OWN_CASE, LEAVING_CASES_OPEN, REQUEST_REUSED.
 */
export const decide: HandlerOf<'privacy.decide'> = async (context, { id, yes, ground, why }) => {
  const { who, now } = context;
  const found = await get('dataRequests', id);
  if (!found || mayOversee('privacy.decide', who, found.unit) !== true)
    return reject('REQUEST_NOT_FOUND', { id: '没有这个请求。' });
  if (found.personId === who._id) return reject('OWN_CASE', { id: '这是您自己提的，请同事来定。' });
  const person = await get('people', found.personId);
  const isLeaving = yes && found.kind === 'leave' && found.state === 'open';
  const stuck = isLeaving && person ? whyNot(await leavingNow(person, now, false)) : undefined;
  if (stuck !== undefined) return reject('LEAVING_CASES_OPEN', { id: stuck });
  const decided = {
    at: Math.max(now, found.at),
    by: { id: who._id, name: who.name },
    ...(!yes && { ground }),
    ...(why !== undefined && { why: maskText(why) }),
    requestId: context.requestId,
    digest: context.digest,
  };
  const state = !yes ? 'refused' : found.kind === 'leave' ? 'erasing' : 'done';
  const doc = await close(context, found, { state, decided });
  if (isRejection(doc)) return doc;
  return requestView(doc.state === 'erasing' ? await carryErasure(doc, now) : doc, now);
};
