import type { Output, Parsed } from '../../contract/actions';
import { isRejection } from '../../contract/errors';
import type { PersonDoc } from '../domain/documents';
import { doorKey, findKeys, personKey } from '../domain/person-key';
import { checkOf, checked } from '../domain/person-check';
import { type Visitor, personOf } from '../kit/context';
import { record } from '../kit/journal';
import {
  isResident,
  aboutPerson,
  asSelf,
  communityView,
  factsOf,
  ownId,
  personView,
  residentPost,
  unitIn,
} from '../kit/people';
import { numberOf } from '../kit/phone';
import { type Place, placeOf } from '../kit/places';
import { hoursOf, org } from '../kit/reference';
import { numberIn } from '../kit/register';
import type { HandlerOf } from '../kit/serve';
import { type Transaction, find, is, transact } from '../kit/store';

/** More than people share a number. */
const SHARED = 20;
/** Entries that one WeChat identity can have left behind. */
const EARLIER = 5;

/**
 * A resident enters the register by themselves. Whom staff had written down before is the same person once WeChat has said the number:
 * that entry becomes theirs, with its cases. A typed number proves nothing: staff look at both entries. Twice is once. Errors: those of
 * `placeOf` and `numberOf`.
 */
export const join: HandlerOf<'account.join'> = async (visitor, input) => {
  const place = await placeOf(input);
  if (isRejection(place)) return place;
  const number = await numberOf(visitor, input);
  if (isRejection(number)) {
    // The answer was lost, and the code is used up: a resident who is in the register has joined.
    const known = await personOf(visitor.openid);
    return known && isResident(known) ? answer(known, false) : number;
  }
  const { community } = place;
  const near = await find(
    'people',
    is.or([{ openid: visitor.openid }, numberIn(community._id, number.phone)]),
    { orderBy: [['_id', 'asc']], limit: SHARED },
  );
  const self = near.find(({ openid }) => openid === visitor.openid);
  if (self && isResident(self)) return answer(self, false);
  const key = personKey({ name: input.name, phone: number.phone });
  const others = near.filter((one) => one !== self && isResident(one));
  // Only an entry without a WeChat identity, and only by a number that WeChat has said.
  const claimed = others.find(
    (one) => !self && number.verified !== undefined && one.openid === undefined && one.key === key,
  );
  const shares = others.some((one) => one !== claimed) || undefined;
  const entry = checked({ ...entryOf(visitor, place, { ...input, ...number }), shares });
  if (self)
    return enter(visitor, input, entry, {
      before: self,
      // Staff are where they work; where they live says their post as a resident.
      change: { ...ofJoining(entry), unit: self.unit, posts: [...self.posts, ...entry.posts] },
    });
  if (!claimed) return enter(visitor, input, entry);
  return enter(visitor, input, entry, {
    before: claimed,
    change: { ...ofJoining(entry), openid: visitor.openid, verified: number.verified },
  });
};

type Input = Parsed<'account.join'>;

/** The entry of a resident whom staff have not written down before. */
function entryOf(
  { openid, now }: Visitor,
  place: Place,
  { name, phone, address, verified }: Pick<PersonDoc, 'name' | 'phone' | 'address' | 'verified'>,
): PersonDoc {
  return {
    _id: ownId(openid),
    openid,
    name,
    phone,
    ...findKeys({ name, phone, address }),
    address,
    posts: [residentPost(place.community)],
    unit: unitIn(place),
    verified,
    joinedAt: now,
    consentAt: now,
  };
}

/** What joining adds to an entry that is there: name and number stand as they were written. */
const ofJoining = ({ unit, address, joinedAt, consentAt, shares }: PersonDoc): Partial<PersonDoc> => ({
  unit,
  ...(address === undefined ? {} : { address, door: doorKey(address) || undefined }),
  joinedAt,
  consentAt,
  shares,
});

/** Writes a new entry, or what changes of one that was there, with its line in the journal. */
async function enter(
  visitor: Visitor,
  input: Input,
  entry: PersonDoc,
  known?: { before: PersonDoc; change: Partial<PersonDoc> },
): Promise<Output<'account.join'>> {
  if (known) {
    const { before } = known;
    const change = { ...known.change, check: checkOf({ ...before, ...known.change }) };
    const person = { ...before, ...change };
    const isDone = await transact(async (tx) => {
      const now = await tx.get('people', before._id);
      if (!now || now.openid !== before.openid) return false;
      await tx.update('people', before._id, change);
      await note(tx, visitor, input, person, before);
      return true;
    });
    if (isDone) return answer(person, before.openid === undefined);
  }
  for (let nth = 0; nth < EARLIER; nth += 1) {
    const person = { ...entry, _id: ownId(visitor.openid, nth) };
    const isDone = await transact(
      async (tx) => {
        await tx.add('people', person);
        await note(tx, visitor, input, person);
        return true;
      },
      { taken: false },
    );
    if (isDone) return answer(person, false);
    // The same person has joined in this moment, or has left an entry behind earlier.
    const meanwhile = await personOf(visitor.openid);
    if (meanwhile) return answer(meanwhile, false);
  }
  throw new Error(`${entry._id}: no id is free`);
}

const note = (tx: Transaction, visitor: Visitor, input: Input, person: PersonDoc, before?: PersonDoc) =>
  record(tx, asSelf(visitor, person, 'account.join', input), {
    unit: person.unit,
    orgId: person.unit.community ?? '',
    what: 'person.join',
    about: aboutPerson(person),
    before: before && factsOf(before),
    after: factsOf(person),
  });

async function answer(person: PersonDoc, claimed: boolean): Promise<Output<'account.join'>> {
  const home = person.posts.find(({ role }) => role === 'resident');
  const community = await org(home?.orgId ?? '');
  if (!community) throw new Error(`${person._id} is in no community`);
  return {
    person: personView(person),
    community: communityView(community, await hoursOf(community._id)),
    claimed,
    // A resident who only typed a number is not told that others have it.
    shares: person.verified !== undefined && person.shares === true,
  };
}
