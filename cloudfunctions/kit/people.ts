import type { ActionName } from '../../contract/actions';
import type { Community, Person, Role } from '../../contract/models';
import { verifiedNames } from '../../contract/words';
import { sha256 } from '../domain/sha256';
import type { Facts, Hours, OrgDoc, PersonDoc, Unit } from '../domain/documents';
import { sayHours } from '../domain/time/hours';
import type { Context, Visitor } from './context';
import type { Place } from './places';
import { digestOf } from './repeat';
import type { Transaction } from './store';

/** The id of the entry that a person of this WeChat identity makes for themselves: two requests at once make one entry. */
export const ownId = (openid: string, nth = 0): string =>
  `p-${sha256(`openid\n${openid}\n${nth}`).toString('hex').slice(0, 20)}`;

/** What a visitor does who is in the register from this call on: the journal names them. */
export const asSelf = (visitor: Visitor, who: PersonDoc, action: ActionName, input: unknown): Context => ({
  ...visitor,
  who,
  digest: digestOf(action, input),
});

/** Does this entry live here? Staff may as well. */
export const isResident = ({ posts }: Pick<PersonDoc, 'posts'>): boolean =>
  posts.some(({ role }) => role === 'resident');

export const isStaff = ({ posts }: Pick<PersonDoc, 'posts'>): boolean =>
  posts.some(({ role }) => role !== 'resident');

/** What makes a person a community's resident. */
export const residentPost = ({ _id: orgId, name: orgName }: OrgDoc): PersonDoc['posts'][number] => ({
  role: 'resident',
  orgId,
  orgName,
  tier: 'community',
});

export const unitIn = ({ community, grid }: Place): Unit => (grid ?? community).unit;

const roleNames = { resident: '居民', agent: '代办员', manager: '管理员' } as const;

/** 新民社区代办员 */
export const sayPost = ({ orgName, role }: { orgName: string; role: Role }): string =>
  orgName + roleNames[role];

/** What the journal tells of an entry. */
export const factsOf = ({ name, phone, address, posts, verified }: PersonDoc): Facts => ({
  name,
  phone,
  address,
  role: posts.map(sayPost).join('、'),
  verified: verified && verifiedNames[verified],
});

/** Whom an entry of the journal is about. */
export const aboutPerson = (person: PersonDoc) => ({
  kind: isStaff(person) ? ('staff' as const) : ('resident' as const),
  id: person._id,
  name: person.name,
});

/** A person as they see themselves. */
export const personView = (who: PersonDoc): Person => ({
  id: who._id,
  name: who.name,
  roles: [...new Set(who.posts.map((post) => post.role))],
  posts: who.posts,
  phone: who.phone,
  address: who.address,
  verified: who.verified,
});

/** A community as the home page shows it. */
export const communityView = (doc: OrgDoc, hours: Hours): Community => ({
  id: doc._id,
  name: doc.name,
  // Where it has no name of its own yet, the button that calls it says the community's.
  station: doc.station || doc.name,
  address: doc.address,
  phone: doc.phone,
  afterHoursPhone: doc.afterHoursPhone,
  hours: sayHours(hours),
});

/** Where a member of staff is named besides: as an agent, and among who answers for a unit. */
export async function nameOfStaff(tx: Transaction, { _id, name, phone, posts }: PersonDoc): Promise<void> {
  for (const { role, orgId } of posts) {
    if (role === 'agent' && (await tx.get('agents', _id))) await tx.update('agents', _id, { name, phone });
    if (role !== 'manager') continue;
    const unit = await tx.get('orgs', orgId);
    const managers = unit?.managers.map((one) => (one.id === _id ? { id: _id, name } : one));
    if (managers) await tx.update('orgs', orgId, { managers });
  }
}
