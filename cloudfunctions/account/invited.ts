import { type Rejection, reject } from '../../contract/errors';
import { digitsRefused, hasDigits, hasToken, idOfToken } from '../domain/invitation';
import type { InvitationDoc, PersonDoc } from '../domain/documents';
import type { Visitor } from '../kit/context';
import { findBeside, updateMany } from '../kit/store';

/** Open invitations of one number that are looked at: a person has a post or two. */
const OF_A_NUMBER = 20;

interface Asked {
  invitation?: string;
  digits?: string;
  phone?: string;
}

/**
 * The invitation of a card, or of the digits that were read out to a number; and the caller, in the same read. Wrong digits count on the
 * invitation itself, from all callers together: after five only the card is left. Errors: INVITATION_NOT_FOUND, DIGITS_DEAD.
 */
export async function invited(
  { openid }: Visitor,
  { invitation, digits, phone }: Asked,
): Promise<{ doc: InvitationDoc; known?: PersonDoc } | Rejection> {
  const caller = { in: 'people', query: { openid } } as const;
  if (invitation !== undefined) {
    const { docs, other } = await findBeside('invitations', { _id: idOfToken(invitation) }, 1, caller);
    const [doc] = docs;
    if (!doc || !hasToken(doc, invitation))
      return reject('INVITATION_NOT_FOUND', { invitation: '没有这份邀请，或者已经换成新的了。' });
    const refused = digits === undefined ? undefined : digitsRefused(doc, digits);
    if (refused?.code === 'INVITATION_NOT_FOUND') await countWrong({ _id: doc._id });
    return refused ?? { doc, known: other };
  }
  if (digits === undefined || phone === undefined)
    return reject('INVITATION_NOT_FOUND', { digits: '请填写6位邀请码和收到邀请的手机号。' });
  const { docs, other } = await findBeside('invitations', { phone }, OF_A_NUMBER, caller);
  const doc = docs.find((one) => hasDigits(one, digits));
  if (!doc) {
    if (docs.length > 0) await countWrong({ phone, open: true });
    return reject('INVITATION_NOT_FOUND', { digits: '邀请码或手机号不对。' });
  }
  return digitsRefused(doc, digits) ?? { doc, known: other };
}

const countWrong = (query: Record<string, unknown>) => updateMany('invitations', query, {}, { tries: 1 });
