import { ofBegin, possibleFrom, sayFrom } from '../../contract/brakes';
import { type Rejection, reject } from '../../contract/errors';
import { hashOf } from '../domain/codes';
import { beginHash } from '../domain/begin';
import type { InstallationDoc, OrgDoc, PersonDoc } from '../domain/documents';
import { nameKey } from '../domain/person-key';
import { findsOf } from '../domain/units/finds';
import { type Visitor, personOf } from '../kit/context';
import { record } from '../kit/journal';
import { aboutPerson, asSelf, factsOf, ownId, personView } from '../kit/people';
import type { HandlerOf } from '../kit/serve';
import { find, transact } from '../kit/store';

/** Wrong codes from all callers together, after which a code is dead. */
const MOST_WRONG = 20;

/**
 * Makes the caller who has the printed code the manager of the district, and makes the district where there is none yet. The code is
 * good once, and only while there is no manager (docs/decisions/0040). Errors: BEGIN_CLOSED, BEGIN_WRONG, TOO_OFTEN, BAD_INPUT.
 */
export const begin: HandlerOf<'account.begin'> = async (visitor, input) => {
  const { openid, now } = visitor;
  const [known, [other], [top]] = await Promise.all([
    personOf(openid),
    find('people', { 'posts.role': 'manager' }, { orderBy: [], limit: 1, only: ['posts'] }),
    find('orgs', { tier: 'district' }, { orderBy: [['_id', 'asc']], limit: 1 }),
  ]);
  return transact(async (tx) => {
    const doc = await tx.get('installation', 'begin');
    const isRight = doc?.hash === beginHash(input.code);
    // The same again, after a lost answer.
    if (known && top && isRight && doc.used?.openid === openid)
      return { person: personView(known), orgId: top._id };
    const refused = refusalOf(doc, visitor, other !== undefined);
    if (refused || !doc) return refused ?? closed();
    if (!isRight) {
      await tx.update('installation', 'begin', { tries: [...doc.tries, { openid, at: now }] });
      return reject('BEGIN_WRONG', { code: '启用码不对。' });
    }
    const missing = missingOf(known, top, input);
    if (missing) return missing;
    const { name = known?.name ?? '', phone = known?.phone ?? '', district = '' } = input;
    const id = known?._id ?? ownId(openid);
    const org: OrgDoc = top ?? {
      _id: `ds-${hashOf(district, id).slice(0, 12)}`,
      name: district,
      tier: 'district',
      unit: { district: '' },
      station: '',
      address: '',
      phone,
      afterHoursPhone: '',
      finds: findsOf({ name: district }),
      managers: [],
    };
    const unit = top?.unit ?? { district: org._id };
    const post = { role: 'manager', orgId: org._id, orgName: org.name, tier: org.tier } as const;
    const person: PersonDoc = known
      ? { ...known, posts: [...known.posts, post] }
      : { _id: id, openid, name, phone, nameKey: nameKey(name), posts: [post], unit, joinedAt: now };
    const manager = { id, name: person.name };
    if (known) await tx.update('people', id, { posts: person.posts });
    else await tx.add('people', person);
    if (top) await tx.push('orgs', top._id, 'managers', manager);
    else await tx.add('orgs', { ...org, unit, managers: [manager] });
    await tx.update('installation', 'begin', { used: { openid, at: now } });
    await record(tx, asSelf(visitor, person, 'account.begin', input), {
      unit,
      orgId: org._id,
      what: 'person.begin',
      about: aboutPerson(person),
      after: factsOf(person),
    });
    return { person: personView(person), orgId: org._id };
  });
};

const closed = () => reject('BEGIN_CLOSED', { code: '现在没有可用的启用码。' });

function refusalOf(
  doc: InstallationDoc | undefined,
  { openid, now }: Visitor,
  hasManager: boolean,
): Rejection | undefined {
  if (!doc) return closed();
  if (hasManager || doc.used) return reject('BEGIN_CLOSED', { code: '已经有管理员了，请让管理员邀请您。' });
  if (doc.until <= now) return reject('BEGIN_CLOSED', { code: '这个启用码过了30分钟。' });
  const own = doc.tries.flatMap((one) => (one.openid === openid ? one.at : []));
  const from = possibleFrom(own, ofBegin, now);
  if (from !== undefined) return reject('TOO_OFTEN', { code: sayFrom(from, now) });
  return doc.tries.length < MOST_WRONG ? undefined : reject('BEGIN_CLOSED', { code: '输错的次数太多了。' });
}

/** What is not known of who begins, or of what they begin. */
function missingOf(
  known: PersonDoc | undefined,
  top: OrgDoc | undefined,
  { name, phone, district }: { name?: string; phone?: string; district?: string },
): Rejection | undefined {
  const fields = {
    ...(known || name !== undefined ? {} : { name: '请填写您的姓名。' }),
    ...(known || phone !== undefined ? {} : { phone: '请填写您的电话。' }),
    ...(top || district !== undefined ? {} : { district: '请填写区名。' }),
  };
  return Object.keys(fields).length > 0 ? reject('BAD_INPUT', fields) : undefined;
}
