import { isRejection } from '../../contract/errors';
import { overOf, viewOfInvitation } from '../domain/invitation';
import type { HandlerOf } from '../kit/serve';
import { invited } from './invited';

/** Who invites to what, before it is accepted. Errors: INVITATION_NOT_FOUND, INVITATION_OVER, DIGITS_DEAD. */
export const invitation: HandlerOf<'account.invitation'> = async (visitor, input) => {
  const found = await invited(visitor, input);
  if (isRejection(found)) return found;
  return overOf(found.doc, visitor.now) ?? viewOfInvitation(found.doc);
};
