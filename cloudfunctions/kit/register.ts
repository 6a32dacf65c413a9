import type { PersonDoc, Unit } from '../domain/documents';
import { personKey } from '../domain/person-key';
import { sha256 } from '../domain/sha256';
import { add, find } from './store';

/**
 * The register's entry of this community for a person with this name and phone, however both are written; where there is
 * none, one without WeChat that is still to be entered (`isNew`). Its id follows from community and key: two who write at once
 * make one entry.
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
    _id: `p-${sha256(`${community}\n${key}`).toString('hex').slice(0, 20)}`,
    name,
    phone,
    key,
    address,
    posts: [{ role: 'resident', orgId, orgName, tier: 'community' }],
    unit: { district, street, community },
  };
  return { resident, isNew: true };
}

/** Writes a new entry down, unless somebody else has meanwhile. */
export async function enter(resident: PersonDoc): Promise<void> {
  await add('people', resident);
}
