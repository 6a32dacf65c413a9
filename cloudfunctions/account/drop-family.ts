import { kinWithout } from '../domain/family';
import { entryOfKept, familyRows } from '../kit/family';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';

/** Keeps a person no longer. What they said no to stays said. Dropping what is not there is done already. */
export const dropFamily: HandlerOf<'account.dropFamily'> = async ({ who }, { familyId }) => {
  const kept = who.family?.find(({ id }) => id === familyId);
  if (!kept) return { family: familyRows(who) };
  const entry = await entryOfKept(kept);
  return transact(async (tx) => {
    const asker = (await tx.get('people', who._id)) ?? who;
    const theirs = entry && (await tx.get('people', entry._id));
    const after = { ...asker, family: asker.family?.filter(({ id }) => id !== familyId) };
    await tx.update('people', who._id, { family: after.family });
    if (theirs && kept.agrees !== false)
      await tx.update('people', theirs._id, { kin: kinWithout(theirs, who._id) });
    return { family: familyRows(after) };
  });
};
