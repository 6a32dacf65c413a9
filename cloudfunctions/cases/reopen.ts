import { isRejection } from '../../contract/errors';
import { maskText } from '../domain/mask';
import { reopened } from '../domain/case/reopen';
import { takeStep } from '../kit/cases';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';
import { followAgain } from '../kit/whole';

/**
 * 没办成: a completed case goes back to the agent who ended it; for a terminated case another agent is looked for in the
 * same write. A completed case never left its agent, so no full day refuses it. The agent's turn is taken, so that another
 * request that gives out a case meanwhile counts it. What was counted in a community that has gone into another since follows it.
 * Errors: REOPEN_TOO_LATE.
 */
export const reopen: HandlerOf<'cases.reopen'> = async (context, { caseId, reason }) => {
  const text = maskText(reason);
  let community: string | undefined;
  const done = await takeStep(context, 'reopen', caseId, async (kase) => {
    community = kase.unit.community;
    const change = reopened(kase, await hoursOf(kase.unit.community), context.now);
    if (isRejection(change)) return change;
    if (kase.state !== 'completed') return { text, change, seeks: !kase.waits };
    const { assignment } = kase;
    return { text, change, gives: assignment && (await get('agents', assignment.agentId)) };
  });
  if (!isRejection(done)) await followAgain(community, context.now);
  return done;
};
