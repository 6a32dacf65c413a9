import { isRejection } from '../../contract/errors';
import { nameOf } from '../domain/assignment/offer';
import { brought, paired } from '../domain/case/visit';
import { maskText } from '../domain/mask';
import { stepBy, takeStep } from '../kit/cases';
import { goesAlong } from '../kit/dispatch';
import type { HandlerOf } from '../kit/serve';

/** 两人同行: two go to the door. Errors: NO_VISIT. */
export const pair: HandlerOf<'cases.pair'> = (context, { caseId, why }) =>
  takeStep(context, 'pair', caseId, (kase) => {
    const change = paired(kase);
    return isRejection(change) ? change : { text: maskText(why), change };
  });

/** One is enough. */
export const unpair: HandlerOf<'cases.unpair'> = (context, { caseId, why }) =>
  takeStep(context, 'unpair', caseId, () => ({ text: maskText(why), change: { pair: undefined } }));

/**
 * Who goes along at the hour that is agreed on: their hour is taken in the day's book with the agent's own. Without `agentId` nobody does any
 * more, which they may say themselves. Errors: NO_VISIT, VISIT_BEGUN, AGENT_NOT_FOUND, AGENT_CANNOT.
 */
export const bring: HandlerOf<'cases.bring'> = (context, { caseId, agentId }) =>
  takeStep(context, 'bring', caseId, async (kase) => {
    const mayChoose = stepBy(context, kase, 'bring').by.part !== 'companion';
    const agent = agentId && mayChoose ? await goesAlong(kase, agentId, context.now) : undefined;
    if (isRejection(agent)) return agent;
    const change = brought(kase, agent);
    if (isRejection(change)) return change;
    return agent ? { agent: nameOf(agent), gives: agent, change } : { change };
  });
