import type { CallDoc } from '../domain/documents';
import type { HandlerOf } from '../kit/serve';
import { find } from '../kit/store';

const SHOWN = 50;

/** 请打电话告知: the agent's open calls, oldest first. */
export const calls: HandlerOf<'cases.calls'> = async ({ who }) => {
  const query = { agentId: who._id, open: true };
  const open = await find('calls', query, { orderBy: [['at', 'asc']], limit: SHOWN });
  return { calls: open.map(taskOf) };
};

function taskOf({ _id: id, at, caseId, no, serviceName, name, phone, says, outcome }: CallDoc) {
  return { id, at, caseId, no, serviceName, name, phone, says, outcome };
}
