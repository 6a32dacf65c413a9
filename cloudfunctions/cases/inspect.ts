import { isRejection } from '../../contract/errors';
import { maskText } from '../domain/mask';
import { withGiven } from '../kit/bundles';
import { changeCase, permitted } from '../kit/cases';
import { photoLinks } from '../kit/photos';
import type { HandlerOf } from '../kit/serve';

/** Opens the photos of the papers to a manager. Who looked, when and why stands in the timeline, where the resident reads it. */
export const inspect: HandlerOf<'cases.inspect'> = async (context, { caseId, why }) => {
  const kase = await changeCase(context, 'inspect', caseId, () => ({ text: maskText(why) }));
  if (isRejection(kase)) return kase;
  // An earlier opening is no key: a case that went elsewhere since is not opened by its old id.
  const still = permitted('cases.inspect', context.who, kase, '这个办件不归您管了。');
  return isRejection(still) ? still : { papers: await photoLinks(await withGiven(still), { marks: true }) };
};
