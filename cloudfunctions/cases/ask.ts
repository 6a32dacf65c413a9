import { isRejection } from '../../contract/errors';
import { maskText } from '../domain/mask';
import { askedFor } from '../domain/case/papers';
import { paused } from '../domain/case/pause';
import { takeStep } from '../kit/cases';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/** The agent asks the resident for what is wrong or lacking, all in one step; the promise stands until it is there. */
export const ask: HandlerOf<'cases.ask'> = (context, { caseId, text, papers }) =>
  takeStep(context, 'ask', caseId, async (kase) => {
    const masked = papers?.map(({ paper, fault }) => ({ paper, fault: fault && maskText(fault) }));
    const asked = askedFor(kase, { text: text && maskText(text), papers: masked }, context.now);
    if (isRejection(asked)) return asked;
    const hours = await hoursOf(kase.unit.community);
    const pause = paused(kase, hours, asked.text, context.who.name, context.now);
    return { text: asked.text, change: { ...asked.change, ...pause } };
  });
