import type { Parsed } from '../../contract/actions';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import { isOfStaff } from '../domain/case/complaint';
import { replied } from '../domain/case/complaint-steps';
import { answered } from '../domain/case/question';
import type { CaseDoc } from '../domain/documents';
import { maskText } from '../domain/mask';
import { type Decision, takeStep } from '../kit/cases';
import { refusedWords } from '../kit/content';
import type { Context } from '../kit/context';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { sourceOf } from '../kit/source';

/**
 * A manager ends a complaint of the staff with what was found; whoever has a question answers it and says by what.
 * Errors: STATE_NOT_ALLOWED for any other case, SOURCE_NEEDED, SERVICE_NOT_FOUND, BAD_INPUT.
 */
export const reply: HandlerOf<'cases.reply'> = (context, input) =>
  takeStep(context, 'reply', input.caseId, (kase) => {
    if (kase.question) return toQuestion(context, kase, input);
    if (!isOfStaff(kase)) return reject('STATE_NOT_ALLOWED');
    const text = maskText(input.result);
    return { text, change: replied(kase, text, context.who, context.now) };
  });

async function toQuestion(
  context: Context,
  kase: CaseDoc,
  { result, source: said }: Parsed<'cases.reply'>,
): Promise<Decision | Rejection> {
  const source = await sourceOf(said);
  if (isRejection(source)) return source;
  const refused = await refusedWords(context, 'result', `${result}\n${source.name}`);
  const hours = await hoursOf(kase.unit.community);
  return refused ?? answered(kase, { result: maskText(result), source }, hours, context.now);
}
