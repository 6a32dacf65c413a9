import { type Rejection, reject } from '../../contract/errors';
import type { OrgDoc } from '../domain/documents';
import { org } from './reference';
import { find } from './store';

/** Where a resident lives: a community that is open, and its grid where it is known. */
export interface Place {
  community: OrgDoc;
  grid?: OrgDoc;
}

/**
 * The place of a code that was scanned, or of a community or grid that was chosen. Errors: PLACE_NEEDED, PLACE_CODE_UNKNOWN,
 * PLACE_CLOSED, PLACE_NOT_A_COMMUNITY, UNIT_NOT_FOUND.
 */
export async function placeOf({
  code,
  orgId,
}: {
  code?: string;
  orgId?: string;
}): Promise<Place | Rejection> {
  const field = code === undefined ? 'orgId' : 'code';
  const unit = code === undefined ? await chosen(orgId) : await ofCode(code);
  if (!unit && code !== undefined) return reject('PLACE_CODE_UNKNOWN', { code: '没有这个登记码。' });
  if (!unit)
    return orgId === undefined
      ? reject('PLACE_NEEDED', { orgId: '请选您的社区。' })
      : reject('UNIT_NOT_FOUND', { orgId: '没有这个社区。' });
  const community = unit.tier === 'grid' ? await org(unit.unit.community ?? '') : unit;
  if (community?.tier !== 'community') return reject('PLACE_NOT_A_COMMUNITY', { [field]: '请选到社区。' });
  if (unit.closedAt !== undefined || community.closedAt !== undefined)
    return reject('PLACE_CLOSED', { [field]: `${unit.name}已经撤并了。` });
  return unit === community ? { community } : { community, grid: unit };
}

const chosen = (orgId: string | undefined) => (orgId === undefined ? undefined : org(orgId));

async function ofCode(code: string): Promise<OrgDoc | undefined> {
  const [unit] = await find('orgs', { code }, { orderBy: [['_id', 'asc']], limit: 1 });
  return unit;
}
