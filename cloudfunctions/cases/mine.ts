import type { HandlerOf } from '../kit/serve';
import { listCases } from './list';

/** A resident's own cases, newest first. */
export const mine: HandlerOf<'cases.mine'> = (context, { cursor }) =>
  listCases({ residentId: context.who._id }, ['submittedAt', 'desc'], cursor, context);
