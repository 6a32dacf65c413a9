import { type Rejection, isRejection, reject } from '../../contract/errors';
import type { PersonDoc } from '../domain/documents';
import { findKeys } from '../domain/person-key';
import { checked } from '../domain/person-check';
import { isRecorded, record } from '../kit/journal';
import { aboutPerson, factsOf, isStaff, nameOfStaff, residentPost, unitIn } from '../kit/people';
import { placeOf } from '../kit/places';
import { org } from '../kit/reference';
import { openRow, overseenPerson } from '../kit/registered';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';

/**
 * Staff change an entry: name, number, door, community or grid, and whether they know that name and number belong together. A new name or number is
 * not known to until they say so. Open cases stay where they are. Errors: those of `overseenPerson` and `placeOf`, UNIT_NOT_YOURS.
 */
export const change: HandlerOf<'people.change'> = async (
  context,
  { personId, orgId, verified, ...words },
) => {
  const found = await overseenPerson(context, 'people.change', personId);
  if (isRejection(found)) return found;
  const place = orgId === undefined ? undefined : await placeOf({ orgId });
  if (isRejection(place)) return place;
  if (place && place.community.unit.district !== found.unit.district)
    return reject('UNIT_NOT_YOURS', { orgId: '请在本区的社区里选。' });
  const from = (await org(found.unit.grid ?? found.unit.community ?? ''))?.name;
  const { now, who } = context;
  const saved = await transact<PersonDoc | Rejection>(async (tx) => {
    const before = await tx.get('people', personId);
    if (!before || before.merged) return reject('PERSON_NOT_FOUND', { personId: '没有这个人。' });
    const about = aboutPerson(before);
    const isDone = await isRecorded(tx, context, about);
    if (isRejection(isDone)) return isDone;
    if (isDone) return before;
    const { name = before.name, phone = before.phone, address = before.address } = words;
    const isSame = name === before.name && phone === before.phone;
    const known =
      verified === undefined ? isSame && before.verified : verified && (before.verified ?? 'staff');
    const after = checked({
      ...before,
      name,
      phone,
      address,
      ...findKeys({ name, phone, address }),
      verified: isSame ? known || undefined : verified ? 'staff' : undefined,
      // A manager who says that they know the person has also looked at the others with this number.
      shares: verified === undefined ? before.shares : undefined,
      ...(place && {
        unit: isStaff(before) ? before.unit : unitIn(place),
        posts: before.posts.map((post) => (post.role === 'resident' ? residentPost(place.community) : post)),
      }),
      changed: { at: now, by: who.name },
    });
    await tx.put('people', after);
    if (isStaff(before)) await nameOfStaff(tx, after);
    const isVerified = verified === true && isSame && !place && address === before.address;
    await record(tx, context, {
      unit: before.unit,
      orgId: before.unit.community ?? before.unit.district,
      what: isVerified ? 'person.verify' : 'person.change',
      about,
      before: { ...factsOf(before), unit: from },
      after: { ...factsOf(after), unit: place ? (place.grid ?? place.community).name : from },
    });
    return after;
  });
  return isRejection(saved) ? saved : openRow(saved, now);
};
