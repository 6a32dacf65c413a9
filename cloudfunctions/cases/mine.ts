import type { HandlerOf } from '../kit/serve';
import { listCases } from './list';

/** A resident's own cases, newest first. */
export const mine: HandlerOf<'cases.mine'> = ({ who, now }, { cursor }) =>
  listCases({ residentId: who._id }, ['submittedAt', 'desc'], cursor, 'resident', now);
