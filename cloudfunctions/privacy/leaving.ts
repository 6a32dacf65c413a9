import { isRejection } from '../../contract/errors';
import { overseenPerson } from '../kit/registered';
import { leavingNow } from '../kit/requests';
import type { HandlerOf } from '../kit/serve';

/** What leaving would do: what is deleted, what stays until when, what stands in its way. */
export const leaving: HandlerOf<'privacy.leaving'> = ({ who, now }) => leavingNow(who, now);

/** The same of somebody without WeChat. Errors: those of `overseenPerson`. */
export const leavingOf: HandlerOf<'privacy.leavingOf'> = async (context, { personId }) => {
  const person = await overseenPerson(context, 'privacy.leavingOf', personId);
  return isRejection(person) ? person : leavingNow(person, context.now, false);
};
