import type { HandlerOf } from '../kit/serve';
import { listCases } from './list';

/** What an agent has in hand or on offer, nearest deadline first. */
export const queue: HandlerOf<'cases.queue'> = ({ who, now }, { cursor }) =>
  listCases({ holderId: who._id }, ['dueAt', 'asc'], cursor, 'agent', now);
