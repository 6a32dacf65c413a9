import { isRejection } from '../../contract/errors';
import type { Alarm, Delivery } from '../../contract/models';
import type { DeliveryState } from '../../contract/words';
import type { AlarmDoc, NoticeDoc } from '../domain/documents';
import { findPage } from '../kit/page';
import type { HandlerOf } from '../kit/serve';
import { countBy, find, is } from '../kit/store';
import { overseenUnit, within } from '../kit/units';

/** What is older is history. */
const MONTH_MS = 31 * 86_400_000;

/** What became of the notices of a unit's cases: titles and numbers, never a name or a word that somebody wrote. */
export const deliveries: HandlerOf<'admin.deliveries'> = async (context, { orgId, state, cursor }) => {
  const unit = await overseenUnit(context, 'admin.deliveries', orgId);
  if (isRejection(unit)) return unit;
  const recent = { ...within(unit), at: is.gte(context.now - MONTH_MS) };
  const isFirst = cursor === undefined;
  const [page, counted, alarms] = await Promise.all([
    findPage('notices', state === undefined ? recent : { ...recent, state }, ['at', 'desc'], cursor, [
      'text',
    ]),
    isFirst ? countBy('notices', recent, { state: 'state' }) : undefined,
    isFirst ? find('alarms', { open: true }, { orderBy: [['lastAt', 'desc']], limit: 20 }) : [],
  ]);
  return {
    deliveries: page.rows.map(deliveryOf),
    cursor: page.cursor,
    counts: counted && Object.fromEntries(counted.map((row) => [row._id.state as DeliveryState, row.count])),
    alarms: alarms.map(alarmOf),
  };
};

function deliveryOf(notice: NoticeDoc): Delivery {
  const {
    _id: id,
    at,
    title,
    no,
    caseId,
    template: kind,
    opens: to,
    state,
    tries,
    code,
    why,
    sendAt,
  } = notice;
  return {
    id,
    at,
    title,
    no,
    caseId,
    kind,
    to,
    state,
    tries,
    code,
    why,
    sendAt: state === 'waiting' ? sendAt : undefined,
  };
}

function alarmOf({ _id: id, kind, template, code, why, firstAt, lastAt, count, stops }: AlarmDoc): Alarm {
  return { id, kind, noticeKind: template, code, why, firstAt, lastAt, count, stops };
}
