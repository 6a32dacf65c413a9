import { maskText } from '../domain/mask';
import { resumed } from '../domain/case/pause';
import { takeStep } from '../kit/cases';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/** The resident, or the agent or a manager for them, supplies what was asked for; the clock goes on. */
export const supply: HandlerOf<'cases.supply'> = (context, { caseId, text }) =>
  takeStep(context, 'supply', caseId, async (kase) => ({
    text: maskText(text),
    change: resumed(kase, await hoursOf(kase.unit.community), context.now),
  }));
