import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import { refusedWords } from '../kit/content';
import type { HandlerOf } from '../kit/serve';

/** A word to the other side. Errors: BAD_INPUT, where content security refuses it. */
export const say: HandlerOf<'cases.say'> = (context, { caseId, text }) =>
  takeStep(
    context,
    'say',
    caseId,
    async () => (await refusedWords(context, 'text', text)) ?? { text: maskText(text) },
  );
