import type { Output } from '../../contract/actions';
import { type Rejection, isRejection } from '../../contract/errors';
import type { PersonDoc } from '../domain/documents';
import { findKeys } from '../domain/person-key';
import { checked } from '../domain/person-check';
import { isRecorded, record } from '../kit/journal';
import {
  aboutPerson,
  communityView,
  factsOf,
  isStaff,
  nameOfStaff,
  personView,
  residentPost,
  unitIn,
} from '../kit/people';
import { numberOf } from '../kit/phone';
import { placeOf } from '../kit/places';
import { hoursOf, org } from '../kit/reference';
import { numberIn } from '../kit/register';
import type { HandlerOf } from '../kit/serve';
import { find, transact } from '../kit/store';

/**
 * What a person changes of their own entry. A number that was typed is not verified, and neither is a name that was changed; open cases
 * stay with the community that has them. Errors: those of `placeOf` and `numberOf`, REQUEST_REUSED.
 */
export const change: HandlerOf<'account.change'> = async (context, { code, orgId, ...words }) => {
  const { who } = context;
  const place = code === undefined && orgId === undefined ? undefined : await placeOf({ code, orgId });
  if (isRejection(place)) return place;
  const isTold = words.phone !== undefined || words.phoneCode !== undefined;
  const number = isTold ? await numberOf(context, words) : undefined;
  if (isRejection(number)) return number;
  const home = place?.community._id ?? who.posts.find(({ role }) => role === 'resident')?.orgId;
  const shares = number && home !== undefined ? await isShared(who, home, number.phone) : undefined;
  const from = (await org(who.unit.grid ?? who.unit.community ?? ''))?.name;
  const saved = await transact<PersonDoc | Rejection>(async (tx) => {
    const before = (await tx.get('people', who._id)) ?? who;
    const about = aboutPerson(before);
    const isDone = await isRecorded(tx, context, about);
    if (isRejection(isDone)) return isDone;
    if (isDone) return before;
    const { name = before.name, address = before.address } = words;
    const phone = number?.phone ?? before.phone;
    const isSame = name === before.name && phone === before.phone;
    const after = checked({
      ...before,
      name,
      phone,
      address,
      ...findKeys({ name, phone, address }),
      verified: number?.verified ?? (isSame ? before.verified : undefined),
      ...(place && {
        unit: isStaff(before) ? before.unit : unitIn(place),
        posts: before.posts.map((post) => (post.role === 'resident' ? residentPost(place.community) : post)),
      }),
      shares: number ? shares : before.shares,
      changed: { at: context.now, by: name },
    });
    await tx.put('people', after);
    if (isStaff(before)) await nameOfStaff(tx, after);
    await record(tx, context, {
      unit: after.unit,
      orgId: after.unit.community ?? after.posts[0]?.orgId ?? '',
      what: 'person.change',
      about,
      before: { ...factsOf(before), unit: from },
      after: { ...factsOf(after), unit: place ? (place.grid ?? place.community).name : from },
    });
    return after;
  });
  return isRejection(saved) ? saved : answer(saved);
};

/** Another entry of the community has this number, perhaps the same person as staff wrote them down: staff look at both. */
async function isShared(who: PersonDoc, community: string, phone: string): Promise<true | undefined> {
  const near = await find('people', numberIn(community, phone), { orderBy: [['_id', 'asc']], limit: 20 });
  return (
    near.some(({ _id, posts }) => _id !== who._id && posts.some(({ role }) => role === 'resident')) ||
    undefined
  );
}

async function answer(person: PersonDoc): Promise<Output<'account.change'>> {
  const community = person.unit.community === undefined ? undefined : await org(person.unit.community);
  return {
    person: personView(person),
    community: community && communityView(community, await hoursOf(community._id)),
  };
}
