import { isRejection } from '../../contract/errors';
import type { Alarm, Delivery } from '../../contract/models';
import type { DeliveryState } from '../../contract/words';
import { repeatable } from '../domain/delivery/delivery';
import type { AlarmDoc, NoticeDoc } from '../domain/documents';
import { findPage } from '../kit/page';
import { mayOversee } from '../kit/rights';
import type { HandlerOf } from '../kit/serve';
import { countBy, earliest, find, is } from '../kit/store';
import { overseenUnit, unlessBarred, within } from '../kit/units';

/** What is older is history. */
const MONTH_MS = 31 * 86_400_000;

/** The timer comes every minute: what was due before that is not on its way. */
const STALLED_MS = 15 * 60_000;

/** What became of the notices of a unit's cases: titles and numbers, never a name or a word that a person wrote. */
export const deliveries: HandlerOf<'admin.deliveries'> = async (context, { orgId, state, cursor }) => {
  const unit = await overseenUnit(context, 'admin.deliveries', orgId);
  if (isRejection(unit)) return unit;
  const recent = {
    ...within(unit),
    at: is.gte(context.now - MONTH_MS),
    ...unlessBarred(context.who),
  };
  const isFirst = cursor === undefined;
  const [page, counted, alarms, stuckSince] = await Promise.all([
    findPage('notices', state === undefined ? recent : { ...recent, state }, ['at', 'desc'], cursor, [
      'text',
    ]),
    isFirst ? countBy('notices', recent, { state: 'state' }) : undefined,
    isFirst ? find('alarms', { open: true }, { orderBy: [['lastAt', 'desc']], limit: 20 }) : [],
    isFirst ? stuck(unit._id, context.now - STALLED_MS) : undefined,
  ]);
  const canMend = mayOversee('admin.clearAlarm', context.who, unit.unit) === true;
  return {
    deliveries: page.rows.map(deliveryOf),
    cursor: page.cursor,
    counts: counted && Object.fromEntries(counted.map((row) => [row._id.state as DeliveryState, row.count])),
    alarms: [
      ...(stuckSince === undefined ? [] : [stalled(stuckSince, context.now)]),
      ...alarms.map((alarm) => alarmOf(alarm, canMend)),
    ],
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
    canRetry: to !== 'manager' && notice.inboxOnly === undefined && repeatable.includes(state),
  };
}

/** Since when the oldest of what was due before then waits, wherever it is: the timer itself may be what is missing. */
async function stuck(orgId: string, before: number): Promise<number | undefined> {
  const waiting = await earliest(
    { in: 'orgs', id: orgId },
    {
      outbox: { in: 'cases', field: 'outboxAt', is: is.lt(before) },
      sending: { in: 'notices', field: 'sendAt', is: is.lt(before) },
    },
  );
  const since = Object.values(waiting?.first ?? {});
  return since.length > 0 ? Math.min(...since) : undefined;
}

/** The queue stands still. */
function stalled(since: number, now: number): Alarm {
  const why = '通知15分钟没有发出去了';
  return {
    id: 'queue',
    kind: 'queue',
    why,
    firstAt: since,
    lastAt: now,
    count: 1,
    stops: false,
    canMend: false,
  };
}

function alarmOf(alarm: AlarmDoc, canMend: boolean): Alarm {
  const {
    _id: id,
    kind,
    template: noticeKind,
    function: name,
    code,
    why,
    firstAt,
    lastAt,
    count,
    stops,
  } = alarm;
  const saidBy = canMend ? alarm.saidBy : undefined;
  return { id, kind, noticeKind, function: name, code, why, firstAt, lastAt, count, stops, canMend, saidBy };
}
