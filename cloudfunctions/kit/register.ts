import type { PersonDoc, Unit } from '../domain/documents';
import { dialled, withoutExtension } from '../../contract/phone';
import { findKeys, personKey } from '../domain/person-key';
import { sha256 } from '../domain/sha256';
import { type Query, add, find, get, is } from './store';

/**
 * The register's entry of this community for a person with this name and phone, however both are written. Where there is
 * none: a new entry without WeChat, still to be written (`isNew`). Its id follows from community and key, so two requests at
 * once make one entry.
 */
export async function residentFor(
  { district, street, community = '' }: Unit,
  { orgId, orgName }: { orgId: string; orgName: string },
  { name, phone, address }: Pick<PersonDoc, 'name' | 'phone' | 'address'>,
): Promise<{ resident: PersonDoc; isNew: boolean }> {
  const key = personKey({ name, phone });
  const [known] = await find(
    'people',
    { 'unit.community': community, key, 'posts.role': 'resident' },
    { orderBy: [['_id', 'asc']], limit: 1 },
  );
  if (known) return { resident: known, isNew: false };
  const resident: PersonDoc = {
    _id: await freeId(community, key),
    name,
    phone,
    ...findKeys({ name, phone, address }),
    address,
    posts: [{ role: 'resident', orgId, orgName, tier: 'community' }],
    unit: { district, street, community },
  };
  return { resident, isNew: true };
}

/** The id of a new entry. An entry that was renamed since, or joined with another, keeps the id of the name it was written down by. */
async function freeId(community: string, key: string): Promise<string> {
  const idOf = (text: string) => `p-${sha256(text).toString('hex').slice(0, 20)}`;
  const id = idOf(`${community}\n${key}`);
  const taken = await get('people', id);
  return taken && taken.key !== key ? idOf(`${community}\n${key}\nagain`) : id;
}

/** Writes a new entry down, unless another request has meanwhile. */
export async function enter(resident: PersonDoc): Promise<void> {
  await add('people', resident);
}

/** The entries of a community that have this number: a household shares one. */
export function numberIn(communityId: string, phone: string): Query {
  const number = withoutExtension(dialled(phone) ?? phone);
  return is.and([
    { 'unit.community': communityId },
    { key: is.gte(`${number} `) },
    { key: is.lt(`${number}!`) },
  ]);
}
