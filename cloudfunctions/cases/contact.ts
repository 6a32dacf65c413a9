import { isRejection } from '../../contract/errors';
import { maskText } from '../domain/mask';
import { changeCase } from '../kit/cases';
import type { HandlerOf } from '../kit/serve';

/** Opens name, number and door to a manager. Who looked, when and why stands in the timeline, where the resident reads it. */
export const contact: HandlerOf<'cases.contact'> = async (context, { caseId, why }) => {
  const kase = await changeCase(context, 'contact', caseId, () => ({ text: maskText(why) }));
  return isRejection(kase) ? kase : kase.contact;
};
