import { type Rejection, isRejection, reject } from '../../contract/errors';
import { entryOf } from '../kit/invitations';
import { record } from '../kit/journal';
import { mayOversee } from '../kit/rights';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';

/** Takes an open invitation back: card and digits are dead. Errors: INVITATION_NOT_FOUND, INVITATION_OVER. */
export const revoke: HandlerOf<'people.revoke'> = async (context, { id }) => {
  const done = await transact<true | Rejection>(async (tx) => {
    const doc = await tx.get('invitations', id);
    if (!doc || mayOversee('people.revoke', context.who, doc.unit) !== true)
      return reject('INVITATION_NOT_FOUND', { id: '没有这份邀请。' });
    if (doc.taken)
      return reject('INVITATION_OVER', { id: `${doc.name}已经接受了邀请，要停用请到人员里办。` });
    if (!doc.open) return true;
    await tx.update('invitations', id, { open: false });
    await record(tx, context, entryOf(doc, 'person.revoke'));
    return true;
  });
  return isRejection(done) ? done : { id };
};
