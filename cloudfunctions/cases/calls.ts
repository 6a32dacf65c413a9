import { hasTaken } from '../domain/case/case';
import type { CallDoc, CaseDoc } from '../domain/documents';
import type { HandlerOf } from '../kit/serve';
import { find, is } from '../kit/store';
import { heavy } from './list';

const SHOWN = 50;

/** 请打电话告知: the agent's open calls, oldest first, while the case is theirs: name and number are read from it. */
export const calls: HandlerOf<'cases.calls'> = async ({ who }) => {
  const query = { agentId: who._id, open: true };
  const open = await find('calls', query, { orderBy: [['at', 'asc']], limit: SHOWN });
  if (open.length === 0) return { calls: [] };
  const ids = [...new Set(open.map(({ caseId }) => caseId))];
  const byId = { orderBy: [['_id', 'asc']] as ['_id', 'asc'][], limit: SHOWN, without: heavy };
  const theirs = (await find('cases', { _id: is.in(ids) }, byId)).filter((kase) => hasTaken(who, kase));
  return {
    calls: open.flatMap((task) => {
      const kase = theirs.find(({ _id }) => _id === task.caseId);
      return kase ? taskOf(task, kase) : [];
    }),
  };
};

function taskOf({ _id: id, at, caseId, no, serviceName, tells, outcome }: CallDoc, { contact }: CaseDoc) {
  const { name, phone } = contact;
  return {
    id,
    at,
    caseId,
    no,
    serviceName,
    name,
    phone,
    says: `${name}您好，我是社区代办员。${tells}`,
    outcome,
  };
}
