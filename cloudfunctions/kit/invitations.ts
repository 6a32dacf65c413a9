import { type Rejection, isRejection } from '../../contract/errors';
import type { InvitationDoc } from '../domain/documents';
import type { Context } from './context';
import { type Entry, isRecorded, record } from './journal';
import { sayPost } from './people';
import { transact } from './store';

/**
 * Puts an invitation in the place of the one that this number had for the same post, with its entry in the journal. After a lost answer it is
 * made anew, since what is shared of it is kept nowhere: the journal tells of it once. Errors: REQUEST_REUSED.
 */
export const offer = (context: Context, doc: InvitationDoc): Promise<true | Rejection> =>
  transact<true | Rejection>(async (tx) => {
    const entry = entryOf(doc, 'person.invite');
    const isDone = await isRecorded(tx, context, entry.about);
    if (isRejection(isDone)) return isDone;
    await tx.put('invitations', doc);
    if (!isDone) await record(tx, context, entry);
    return true;
  });

/** The entry of an invitation that is offered, or taken back. */
export function entryOf(doc: InvitationDoc, what: 'person.invite' | 'person.revoke'): Entry {
  const { _id: id, unit, orgId, name, phone } = doc;
  const facts = { name, phone, role: sayPost(doc) };
  return {
    unit,
    orgId,
    what,
    about: { kind: 'staff', id, name },
    ...(what === 'person.invite' ? { after: facts } : { before: facts }),
  };
}
