import { isRejection } from '../../contract/errors';
import { answerIdOf, answerRowOf } from '../domain/catalog/answer';
import { permitted } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';

/** What became of the proposal to make a case's answer public, for those who work on it. */
export const proposal: HandlerOf<'cases.proposal'> = async ({ who, now }, { caseId }) => {
  const [found, answer] = await Promise.all([get('cases', caseId), get('answers', answerIdOf(caseId))]);
  const kase = permitted('cases.proposal', who, found, '这个办件不是您的。');
  if (isRejection(kase)) return kase;
  return { answer: answer && answerRowOf(answer, now) };
};
