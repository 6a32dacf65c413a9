import { isRejection } from '../../contract/errors';
import { askedOn } from '../domain/case/question';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import { refusedWords } from '../kit/content';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';

/**
 * An answer is asked on, once: it is with its agent again, whose turn is taken as by any case.
 * Errors: ASKED_ON_ALREADY, QUESTION_CLOSED, BAD_INPUT.
 */
export const askOn: HandlerOf<'cases.askOn'> = (context, { caseId, text }) =>
  takeStep(context, 'askOn', caseId, async (kase) => {
    const change = askedOn(kase, text, await hoursOf(kase.unit.community), context.now);
    if (isRejection(change)) return change;
    const refused = await refusedWords(context, 'text', text);
    if (refused) return refused;
    const { assignment } = kase;
    return {
      text: maskText(text),
      change,
      gives: assignment && (await get('agents', assignment.agentId)),
    };
  });
