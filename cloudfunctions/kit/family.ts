import { type Rejection, reject } from '../../contract/errors';
import type { FamilyRow } from '../../contract/models';
import type { Kept, PersonDoc } from '../domain/documents';
import { residentPost, unitIn } from './people';
import type { Place } from './places';
import { residentFor } from './register';
import { get } from './store';

/**
 * The register's entry of another person who lives at this place, as staff would have written it down: found by name and phone, else new and
 * still to be written. A person without a phone has the asker's, as a household shares one. Errors: FAMILY_IS_SELF.
 */
export async function otherAt(
  place: Place,
  asker: PersonDoc,
  { name, phone = asker.phone, address }: { name: string; phone?: string; address?: string },
): Promise<{ resident: PersonDoc; isNew: boolean } | Rejection> {
  const unit = unitIn(place);
  const { resident, isNew } = await residentFor(unit, residentPost(place.community), {
    name,
    phone,
    address,
  });
  if (resident._id === asker._id) return reject('FAMILY_IS_SELF', { name: '请写要替他办的那个人。' });
  return { resident: isNew ? { ...resident, unit } : resident, isNew };
}

/** The entry of a person who is kept, also after it was made one with another. */
export async function entryOfKept({ personId }: Pick<Kept, 'personId'>): Promise<PersonDoc | undefined> {
  const entry = await get('people', personId);
  return entry?.merged ? get('people', entry.merged.into) : entry;
}

/** What the asker wrote down, and what that person has answered. */
export const familyRows = ({ family = [] }: PersonDoc): FamilyRow[] =>
  family.map(({ id, name, relation, phone, address, orgId, orgName, agrees }) => ({
    id,
    name,
    relation,
    phone,
    address,
    orgId,
    orgName,
    agrees,
  }));
