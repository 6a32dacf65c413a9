import type { HandlerOf } from '../kit/serve';
import { is } from '../kit/store';
import { listCases } from './list';

/** A resident's own cases and those they asked for somebody else, newest first. */
export const mine: HandlerOf<'cases.mine'> = (context, { cursor }) =>
  listCases(
    is.or([{ residentId: context.who._id }, { 'asker.id': context.who._id }]),
    ['submittedAt', 'desc'],
    cursor,
    context,
  );
