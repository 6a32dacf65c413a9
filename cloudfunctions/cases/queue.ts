import { WITH_AGENT } from '../../contract/states';
import { rowOf } from '../domain/case/view';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { find, is } from '../kit/store';
import { heavy, listCases } from './list';

const OFFERS = 20;

/** What an agent has in hand, nearest deadline first; on the first page also what they are being asked to take. */
export const queue: HandlerOf<'cases.queue'> = async (context, { cursor }) => {
  const { who, now } = context;
  const [page, asked] = await Promise.all([
    listCases({ holderId: who._id, state: is.in(WITH_AGENT) }, ['dueAt', 'asc'], cursor, context),
    cursor === undefined
      ? find('cases', { askedId: who._id }, { orderBy: [['dueAt', 'asc']], limit: OFFERS, without: heavy })
      : [],
  ]);
  const offers = asked.map(async (kase) =>
    rowOf(kase, kase.handover ? 'colleague' : 'agent', now, await hoursOf(kase.unit.community)),
  );
  return { ...page, offers: await Promise.all(offers) };
};
