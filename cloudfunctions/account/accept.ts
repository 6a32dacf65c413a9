import type { Parsed } from '../../contract/actions';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import type { Verified } from '../../contract/models';
import type { InvitationDoc, OrgDoc, PersonDoc } from '../domain/documents';
import { isFor, newAgent, overOf } from '../domain/invitation';
import { nameKey } from '../domain/person-key';
import { type Visitor, personOf } from '../kit/context';
import { record } from '../kit/journal';
import { aboutPerson, asSelf, factsOf, isStaff, ownId, personView } from '../kit/people';
import { numberOf } from '../kit/phone';
import { org, serviceItems, unitsBelow } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { get, transact, updateOne } from '../kit/store';
import { invited } from './invited';

/** Entries that one WeChat identity can have left behind. */
const EARLIER = 5;

/**
 * Takes the post. The invitation is taken first and by one identity alone; then entry, post and journal are written at once. Should the
 * function die in between, the same person asking again goes on from there. Errors: those of `invited` and `numberOf`, INVITATION_OVER,
 * INVITATION_NOT_YOURS, DIGITS_NEEDED, AGENT_ELSEWHERE.
 */
export const accept: HandlerOf<'account.accept'> = async (visitor, input) => {
  const found = await invited(visitor, input);
  if (isRejection(found)) return found;
  const { doc, known } = found;
  const isMine = doc.taken?.openid === visitor.openid;
  const over = isMine ? undefined : overOf(doc, visitor.now);
  if (over) return over;
  const unit = await org(doc.orgId);
  if (!unit || unit.closedAt !== undefined)
    return reject('INVITATION_OVER', { invitation: `${doc.orgName}已经撤并了。` });
  const elsewhere = known?.posts.find(({ role, orgId }) => role === 'agent' && orgId !== doc.orgId);
  if (doc.role === 'agent' && elsewhere)
    return reject('AGENT_ELSEWHERE', { invitation: `您已经是${elsewhere.orgName}的代办员。` });
  if (known && hasPost(known, doc)) {
    if (!isMine) await take(visitor, doc);
    return { person: personView(known) };
  }
  const verified = isMine ? 'staff' : await proofOf(visitor, doc, input);
  if (isRejection(verified)) return verified;
  if (!isMine && !(await take(visitor, doc))) {
    // Another write was faster: a second tap of their own, or the invitation was taken back.
    const now = await get('invitations', doc._id);
    if (now?.hash !== doc.hash || now.taken?.openid !== visitor.openid)
      return reject('INVITATION_OVER', { invitation: '请邀请您的人再发一份。' });
  }
  const person = await write(visitor, input, { doc, unit, known, verified });
  return { person: personView(person) };
};

const hasPost = ({ posts }: PersonDoc, { role, orgId }: InvitationDoc): boolean =>
  posts.some((post) => post.role === role && post.orgId === orgId);

const take = ({ openid, now }: Visitor, { _id, hash }: InvitationDoc): Promise<boolean> =>
  updateOne('invitations', { _id, hash, open: true }, { open: false, taken: { openid, at: now } });

/** How it is known that the number is the invitation's: WeChat says it, or the digits were read out to it. */
async function proofOf(
  visitor: Visitor,
  doc: InvitationDoc,
  { phone, phoneCode, digits }: Parsed<'account.accept'>,
): Promise<Verified | Rejection> {
  const notYours = reject('INVITATION_NOT_YOURS', { phone: '请用收到邀请的手机号。' });
  if (phoneCode === undefined) {
    if (digits === undefined) return reject('DIGITS_NEEDED', { digits: '请填写6位邀请码。' });
    return phone !== undefined && isFor(doc, phone) ? 'staff' : notYours;
  }
  const number = await numberOf(visitor, { phoneCode });
  if (isRejection(number)) return number;
  return isFor(doc, number.phone) ? 'platform' : notYours;
}

interface Taken {
  doc: InvitationDoc;
  unit: OrgDoc;
  known?: PersonDoc;
  verified: Verified;
}

/** Entry and post, the agent's or the unit's own document, and the journal: at once, and once. */
async function write(
  visitor: Visitor,
  input: Parsed<'account.accept'>,
  { doc, unit, known, verified }: Taken,
): Promise<PersonDoc> {
  const post = { role: doc.role, orgId: doc.orgId, orgName: unit.name, tier: unit.tier };
  const own = {
    gridIds: doc.role === 'agent' ? (await openGrids(unit)).map(({ _id }) => _id) : [],
    skills: doc.role === 'agent' ? [...new Set((await serviceItems()).map(({ category }) => category))] : [],
  };
  for (let nth = 0; nth < EARLIER; nth += 1) {
    const person = known
      ? { ...known, posts: [...known.posts, post], ...placeOfWork(known, doc, unit) }
      : newcomer(visitor, ownId(visitor.openid, nth), doc, { unit, verified });
    const isDone = await transact(
      async (tx) => {
        if (known) {
          await tx.push('people', known._id, 'posts', post);
          const moved = placeOfWork(known, doc, unit);
          if (moved.unit) await tx.update('people', known._id, moved);
        } else await tx.add('people', person);
        if (doc.role === 'agent') await tx.put('agents', newAgent(person, unit, doc.agent, own));
        else await tx.push('orgs', unit._id, 'managers', { id: person._id, name: person.name });
        // One entry an invitation: the second request in the same moment finds it there, and writes nothing.
        const once = { ...visitor, requestId: doc.hash };
        await record(tx, asSelf(once, person, 'account.accept', input), {
          unit: unit.unit,
          orgId: unit._id,
          what: 'person.accept',
          about: aboutPerson(person),
          before: known && factsOf(known),
          after: factsOf(person),
        });
        return true;
      },
      { taken: false },
    );
    if (isDone) return person;
    const now = await personOf(visitor.openid);
    if (now && hasPost(now, doc)) return now;
    if (now) known = now;
  }
  throw new Error(`${doc._id}: no id is free`);
}

const openGrids = async ({ _id }: OrgDoc): Promise<OrgDoc[]> =>
  (await unitsBelow(_id)).filter(({ closedAt }) => closedAt === undefined);

/** The unit of staff is where they work: their deeds go by it. What they ask for themselves goes by their post as a resident. */
const placeOfWork = (
  known: PersonDoc,
  { role }: InvitationDoc,
  { unit }: OrgDoc,
): Pick<Partial<PersonDoc>, 'unit'> =>
  role === 'agent' || (!isStaff(known) && known.unit.district !== unit.district) ? { unit } : {};

function newcomer(
  { openid, now }: Visitor,
  _id: string,
  { name, phone, role, orgId }: InvitationDoc,
  { unit, verified }: { unit: OrgDoc; verified: Verified },
): PersonDoc {
  return {
    _id,
    openid,
    name,
    phone,
    nameKey: nameKey(name),
    posts: [{ role, orgId, orgName: unit.name, tier: unit.tier }],
    unit: unit.unit,
    verified,
    joinedAt: now,
    consentAt: now,
  };
}
