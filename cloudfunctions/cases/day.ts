import { dayOf, addDays, instantOf } from '../../contract/time';
import { isWithAgent } from '../../contract/states';
import { rowOf } from '../domain/case/view';
import type { HandlerOf } from '../kit/serve';
import { find, is } from '../kit/store';
import { heavy } from './list';

/** More than a day has hours. */
const MOST = 50;

/** 今天的上门和预约, also those to which they go along: by hour, then by door, so that one house is one way. */
export const day: HandlerOf<'cases.day'> = async ({ who: { _id: id }, now }) => {
  const today = dayOf(now);
  const span = [
    { appointmentAt: is.gte(instantOf(today)) },
    { appointmentAt: is.lt(instantOf(addDays(today, 1))) },
  ];
  const of = (field: 'holderId' | 'pair.companion.id') =>
    find('cases', is.and([{ [field]: id }, ...span]), {
      orderBy: [['appointmentAt', 'asc']],
      limit: MOST,
      without: heavy,
    });
  const [own, along] = await Promise.all([of('holderId'), of('pair.companion.id')]);
  const visits = [
    ...own.map((kase) => ({
      ...rowOf(kase, 'agent', now),
      phone: isWithAgent(kase.state) ? kase.contact.phone : undefined,
    })),
    ...along.map((kase) => rowOf(kase, 'companion', now)),
  ].sort(
    (a, b) =>
      (a.appointmentAt ?? 0) - (b.appointmentAt ?? 0) ||
      (a.place ?? '').localeCompare(b.place ?? '', 'zh-CN', { numeric: true }),
  );
  return { visits };
};
