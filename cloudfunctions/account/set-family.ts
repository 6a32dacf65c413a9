import type { Output } from '../../contract/actions';
import { type Rejection, isRejection } from '../../contract/errors';
import { relationNames } from '../../contract/words';
import type { PersonDoc } from '../domain/documents';
import { keeping, kinWithout } from '../domain/family';
import { sha256 } from '../domain/sha256';
import { familyRows, otherAt } from '../kit/family';
import { record } from '../kit/journal';
import { aboutPerson } from '../kit/people';
import { placeOf } from '../kit/places';
import { isRepeat } from '../kit/repeat';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';

type Answer = Output<'account.setFamily'>;

/**
 * Keeps a person of the caller's family: that person's entry of the register, new where there is none, and the caller's are written together. The
 * answer is the same whether there was one. Errors: those of `placeOf` and `keeping`, REQUEST_REUSED.
 */
export const setFamily: HandlerOf<'account.setFamily'> = async (
  context,
  { familyId, relation, asked: _, code, orgId: chosen, ...words },
) => {
  const { who, now, requestId, digest } = context;
  const place = await placeOf({ code, orgId: chosen });
  if (isRejection(place)) return place;
  const found = await otherAt(place, who, words);
  if (isRejection(found)) return found;
  const { _id: orgId, name: orgName } = place.community;
  const id = `f-${sha256(`${who._id}\n${requestId}`).toString('hex').slice(0, 20)}`;
  return transact<Answer | Rejection>(async (tx) => {
    const asker = (await tx.get('people', who._id)) ?? who;
    const known = await tx.get('people', found.resident._id);
    const written = isRepeat(
      asker.family?.find((one) => one.requestId === requestId),
      context,
    );
    if (isRejection(written)) return written;
    if (written) return answerOf(asker, requestId);
    const wish = { ...words, id, relation, orgId, orgName, askedAt: now, requestId, digest };
    const after = keeping(asker, known ?? found.resident, wish, familyId);
    if (isRejection(after)) return after;
    const before = asker.family?.find((one) => one.id === after.kept.id);
    await tx.update('people', asker._id, { family: after.asker.family });
    if (known) await tx.update('people', known._id, { kin: after.theirs.kin });
    else await tx.add('people', after.theirs);
    // What was kept under this id was another person: their entry no longer names the caller.
    const other = before && before.personId !== after.theirs._id && (await tx.get('people', before.personId));
    if (other) await tx.update('people', other._id, { kin: kinWithout(other, asker._id) });
    await record(tx, context, {
      unit: after.theirs.unit,
      orgId,
      what: 'person.family',
      about: aboutPerson(after.theirs),
      after: { from: asker.name, role: relationNames[relation] },
    });
    return answerOf(after.asker, requestId);
  });
};

/** What this request has kept. */
const answerOf = (asker: PersonDoc, requestId: string): Answer => ({
  familyId: asker.family?.find((one) => one.requestId === requestId)?.id ?? '',
  family: familyRows(asker),
});
