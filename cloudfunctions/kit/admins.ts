import type { OrgDoc, PersonDoc } from '../domain/documents';
import { get } from './store';

/** Does nobody else answer for this unit? */
export const isLast = (unit: OrgDoc | undefined, id: string): boolean =>
  unit !== undefined && unit.managers.every((one) => one.id === id);

const districtsOf = ({ posts }: PersonDoc): string[] =>
  posts.flatMap(({ role, tier, orgId }) => (role === 'manager' && tier === 'district' ? orgId : []));

/** Is this the only manager of a district? */
export async function isLastAdmin(person: PersonDoc): Promise<boolean> {
  for (const id of districtsOf(person)) if (isLast(await get('orgs', id), person._id)) return true;
  return false;
}
