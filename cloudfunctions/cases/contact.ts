import { isRejection, reject } from '../../contract/errors';
import { maskText } from '../domain/mask';
import { changeCase, permitted } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** Opens name, number and door to a manager; of an anonymous report nothing (REPORTER_HIDDEN), nor of what was removed by time (CONTACT_GONE). Who looked, when and why stands in the timeline, where the resident reads it. */
export const contact: HandlerOf<'cases.contact'> = async (context, { caseId, why }) => {
  const kase = await changeCase(context, 'contact', caseId, ({ report, contact: { phone } }) => {
    if (report?.isAnonymous) return reject('REPORTER_HIDDEN', { caseId: '报的人选了匿名。' });
    return phone === ''
      ? reject('CONTACT_GONE', { caseId: '电话和门牌到期删了。' })
      : { text: maskText(why) };
  });
  if (isRejection(kase)) return kase;
  // An earlier opening is no key: a case that went elsewhere since is not opened by its old id.
  const still = permitted('cases.contact', context.who, kase, '这个办件不归您管了。');
  return isRejection(still) ? still : still.contact;
};
