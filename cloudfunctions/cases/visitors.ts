import { isRejection } from '../../contract/errors';
import { isWithAgent } from '../../contract/states';
import { dayOf } from '../../contract/time';
import { permitted } from '../kit/cases';
import { plainLinks } from '../kit/photos';
import type { HandlerOf } from '../kit/serve';
import { find, get, is } from '../kit/store';

/** The photos of who comes, while the visit stands: until the end of its day. Errors: NOT_YOUR_CASE. */
export const visitors: HandlerOf<'cases.visitors'> = async ({ who, now }, { caseId }) => {
  const kase = permitted('cases.visitors', who, await get('cases', caseId), '这个办件不是您的。');
  if (isRejection(kase)) return kase;
  const { state, appointmentAt, holderId, pair } = kase;
  const stands = appointmentAt !== undefined && isWithAgent(state) && dayOf(now) <= dayOf(appointmentAt);
  const ids = [holderId, pair?.companion?.id].flatMap((id) => id ?? []);
  if (!stands || ids.length === 0) return { visitors: [] };
  const agents = await find('agents', { _id: is.in(ids) }, { orderBy: [], limit: ids.length });
  const shown = await Promise.all(
    // Who does not work now (停岗) keeps their photo, and comes to nobody.
    agents.map(async ({ _id: id, photo, active }) => {
      const [url] = photo === undefined || !active ? [] : await plainLinks([photo]);
      return url === undefined ? [] : [{ id, url }];
    }),
  );
  return { visitors: shown.flat() };
};
