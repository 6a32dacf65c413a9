import { reject } from '../../contract/errors';
import { begunAlone } from '../kit/dispatch';
import type { HandlerOf } from '../kit/serve';
import { get, is } from '../kit/store';
import { listCases } from './list';

/** The cases of the agent's street that have no agent and that this one knows how to do, oldest first. */
export const pool: HandlerOf<'cases.pool'> = async (context, { cursor }) => {
  const { who } = context;
  const agent = await get('agents', who._id);
  if (agent?.unit.street === undefined) return reject('AGENT_NOT_FOUND');
  const query = {
    'unit.street': agent.unit.street,
    state: 'submitted',
    category: is.in(agent.skills),
    ...begunAlone,
  };
  return listCases(query, ['submittedAt', 'asc'], cursor, context);
};
