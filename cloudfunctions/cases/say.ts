import { reject } from '../../contract/errors';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import { checkText } from '../kit/content';
import type { HandlerOf } from '../kit/serve';

/**
 * A word to the other side. What WeChat's content security refuses is not sent; where it has no answer the word goes, since only those in
 * the case read it. Errors: BAD_INPUT.
 */
export const say: HandlerOf<'cases.say'> = (context, { caseId, text }) =>
  takeStep(context, 'say', caseId, async () => {
    const { who, now } = context;
    const verdict = who.openid === undefined ? 'pass' : await checkText(who.openid, text, now, 'cases');
    return verdict === 'risky'
      ? reject('BAD_INPUT', { text: '这段话没有通过检查，请换个说法。' })
      : { text: maskText(text) };
  });
