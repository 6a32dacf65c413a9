import { type Rejection, isRejection, reject } from '../../contract/errors';
import type { CaseDoc } from '../domain/documents';
import { changeCase, permitted } from '../kit/cases';
import { decrypt } from '../kit/keys';
import type { HandlerOf } from '../kit/serve';

/** Opens the 身份证号 to the agent who has the case. Who looked, and when, stands in the timeline, where the resident reads it. Errors: ID_NUMBER_MISSING, KEY_LOST. */
export const reveal: HandlerOf<'cases.reveal'> = async (context, { caseId }) => {
  // What cannot be opened leaves no entry of an opening.
  const kase = await changeCase(context, 'reveal', caseId, (before) => {
    const number = numberIn(before);
    return isRejection(number) ? number : {};
  });
  if (isRejection(kase)) return kase;
  // An earlier opening is no key: a case that went elsewhere since is not opened by its old id.
  const still = permitted('cases.reveal', context.who, kase, '这个办件不归您办了。');
  return isRejection(still) ? still : numberIn(still);
};

function numberIn({ _id, idNumber }: CaseDoc): { idNumber: string } | Rejection {
  if (!idNumber) return reject('ID_NUMBER_MISSING', { caseId: '还没有写。' });
  const number = decrypt(idNumber, _id);
  return isRejection(number) ? number : { idNumber: number };
}
