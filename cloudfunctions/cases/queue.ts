import { WITH_AGENT } from '../../contract/states';
import { rowOf } from '../domain/case/view';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { find, is } from '../kit/store';
import { heavy, listCases } from './list';

const OFFERS = 20;

/** What an agent has in hand, nearest deadline first; on the first page also what they are being asked to take, and
 * cases of theirs that are done with 证件 still to be handed over. */
export const queue: HandlerOf<'cases.queue'> = async (context, { cursor }) => {
  const { who, now } = context;
  const [page, asked, owing] = await Promise.all([
    listCases({ holderId: who._id, state: is.in(WITH_AGENT) }, ['dueAt', 'asc'], cursor, context),
    cursor === undefined
      ? find('cases', { askedId: who._id }, { orderBy: [['dueAt', 'asc']], limit: OFFERS, without: heavy })
      : [],
    cursor === undefined
      ? find(
          'cases',
          { 'owed.by': who._id, state: 'completed' },
          { orderBy: [['dueAt', 'asc']], limit: OFFERS, without: heavy },
        )
      : [],
  ]);
  const offers = asked.map(async (kase) =>
    rowOf(kase, kase.handover ? 'colleague' : 'agent', now, await hoursOf(kase.unit.community)),
  );
  const owed = owing.length > 0 ? owing.map((kase) => rowOf(kase, 'agent', now)) : undefined;
  return { ...page, offers: await Promise.all(offers), owed };
};
