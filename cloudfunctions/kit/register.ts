import type { PersonDoc, Unit } from '../domain/documents';
import { personKey } from '../domain/person-key';
import { sha256 } from '../domain/case/timeline';
import { add, find, get } from './store';

/**
 * The register's entry of this community for a person with this name and phone, however both are written; a new one,
 * without WeChat, where there is none. Its id follows from community and key: two who write at once make one entry.
 */
export async function residentFor(
  { district, street, community = '' }: Unit,
  { orgId, orgName }: { orgId: string; orgName: string },
  { name, phone, address }: Pick<PersonDoc, 'name' | 'phone' | 'address'>,
): Promise<PersonDoc> {
  const key = personKey({ name, phone });
  const [known] = await find(
    'people',
    { 'unit.community': community, key, 'posts.role': 'resident' },
    { orderBy: [['_id', 'asc']], limit: 1 },
  );
  if (known) return known;
  const entry: PersonDoc = {
    _id: `p-${sha256(`${community}\n${key}`).toString('hex').slice(0, 20)}`,
    name,
    phone,
    key,
    address,
    posts: [{ role: 'resident', orgId, orgName, tier: 'community' }],
    unit: { district, street, community },
  };
  return (await add('people', entry)) ? entry : ((await get('people', entry._id)) ?? entry);
}
