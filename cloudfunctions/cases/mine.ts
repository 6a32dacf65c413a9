import type { HandlerOf } from '../kit/serve';
import { is } from '../kit/store';
import { listCases } from './list';

/** A resident's own cases and those they asked for somebody else, newest first. */
export const mine: HandlerOf<'cases.mine'> = async (context, { cursor }) => {
  const { _id, joined: ids = [] } = context.who;
  const [page, joined] = await Promise.all([
    listCases(is.or([{ residentId: _id }, { 'asker.id': _id }]), ['submittedAt', 'desc'], cursor, context),
    // Neighbours' reports that they have met, too.
    cursor === undefined && ids.length > 0
      ? listCases({ _id: is.in(ids) }, ['submittedAt', 'desc'], undefined, context)
      : undefined,
  ]);
  return { ...page, joined: joined?.cases };
};
