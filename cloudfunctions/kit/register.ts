import type { PersonDoc, Unit } from '../domain/documents';
import { sha256 } from '../domain/case/timeline';
import { add, find, get } from './store';

/** People of one community who share a phone: a household. */
const HOUSEHOLD = 10;

/**
 * The register's entry of this community for somebody with this name and phone; a new one, without WeChat, where there is
 * none. Its id follows from community, phone and name: two who write at once make one entry.
 */
export async function residentFor(
  { district, street, community = '' }: Unit,
  { orgId, orgName }: { orgId: string; orgName: string },
  { name, phone, address }: Pick<PersonDoc, 'name' | 'phone' | 'address'>,
): Promise<PersonDoc> {
  const household = await find(
    'people',
    { 'unit.community': community, phone },
    { orderBy: [['_id', 'asc']], limit: HOUSEHOLD },
  );
  const known = household.find(
    (one) => one.name === name && one.posts.some(({ role }) => role === 'resident'),
  );
  if (known) return known;
  const entry: PersonDoc = {
    _id: `p-${sha256(`${community}\n${phone}\n${name}`).toString('hex').slice(0, 20)}`,
    name,
    phone,
    address,
    posts: [{ role: 'resident', orgId, orgName, tier: 'community' }],
    unit: { district, street, community },
  };
  return (await add('people', entry)) ? entry : ((await get('people', entry._id)) ?? entry);
}
