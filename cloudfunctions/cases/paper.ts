import { isRejection } from '../../contract/errors';
import { marked } from '../domain/case/papers';
import { photosGone } from '../domain/case/photos';
import type { CaseDoc } from '../domain/documents';
import { answerOf, changeCase, stepBy } from '../kit/cases';
import { unfitPhotos } from '../kit/photos';
import { hoursOf } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { remove } from '../kit/storage';

/**
 * 材料: the resident says how it stands with a paper, or puts photos of it there; the agent or a manager does it for them.
 * Errors: PAPER_NOT_FOUND, PAPER_NOT_SO, PHOTO_UNFIT, BAD_INPUT.
 */
export const paper: HandlerOf<'cases.paper'> = async (context, { caseId, ...marking }) => {
  let before: CaseDoc | undefined;
  const kase = await changeCase(context, 'paper', caseId, async (found) => {
    before = found;
    const { by } = stepBy(context, found, 'paper');
    const next = marked(found, marking, by.part, await hoursOf(found.unit.community), context.now);
    if (isRejection(next)) return next;
    const unfit = await unfitPhotos(marking.add, caseId, context);
    return unfit ?? { ...next, paper: marking.paper };
  });
  if (isRejection(kase)) return kase;
  if (before) await remove(photosGone(before, kase));
  return answerOf(kase, context.requestId);
};
