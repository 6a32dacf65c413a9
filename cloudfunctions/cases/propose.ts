import { isRejection, reject } from '../../contract/errors';
import { answerIdOf } from '../domain/catalog/answer';
import { publicWords } from '../kit/answers';
import { takeStep } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';

/** An answer is proposed for all; what was turned down or withdrawn can be proposed anew. Errors: ANSWER_PUBLIC, BAD_INPUT, SERVICE_NOT_FOUND. */
export const propose: HandlerOf<'cases.propose'> = (context, { caseId, ...said }) =>
  takeStep(context, 'propose', caseId, async (kase) => {
    const _id = answerIdOf(caseId);
    if ((await get('answers', _id))?.state === 'public')
      return reject('ANSWER_PUBLIC', { caseId: '已经公开了。' });
    const words = await publicWords(context, said, kase);
    if (isRejection(words)) return words;
    const { who, now: at } = context;
    const by = { id: who._id, name: who.name };
    return {
      text: words.question,
      // A manager may have published it in this moment: then it stays.
      also: async (tx) => {
        if ((await tx.get('answers', _id))?.state === 'public') return;
        await tx.put('answers', { _id, caseId, state: 'proposed', ...words, unit: kase.unit, by, at });
      },
    };
  });
