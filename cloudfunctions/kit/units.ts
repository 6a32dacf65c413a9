import type { ActionName } from '../../contract/actions';
import { type Rejection, reject } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { tiersDown } from '../../contract/tiers';
import type { OrgDoc, PersonDoc, Unit } from '../domain/documents';
import type { Context } from './context';
import { inHundreds } from './page';
import { mayOversee } from './rights';
import { org } from './reference';
import { type Collections, type Query, find, is } from './store';

/** A unit that the caller oversees. Errors: UNIT_NOT_FOUND, UNIT_NOT_YOURS. */
export async function overseenUnit(
  context: Context,
  action: ActionName,
  orgId: string,
): Promise<OrgDoc | Rejection> {
  const unit = await org(orgId);
  if (!unit) return reject('UNIT_NOT_FOUND', { orgId: '没有这个单位。' });
  const may = mayOversee(action, context.who, unit.unit);
  return may === true ? unit : reject(may, { orgId: '您不管这个单位。' });
}

/** The unit highest up of those that a manager answers for. */
export function highestOf(posts: readonly { role: string; orgId: string; tier: OrgDoc['tier'] }[]): string {
  const own = posts.filter(({ role }) => role === 'manager');
  return tiersDown.flatMap((tier) => own.filter((post) => post.tier === tier))[0]?.orgId ?? '';
}

/** The community, the street and the district of a unit, as far as it has them. */
export async function unitsOf({ community, street, district }: Unit): Promise<OrgDoc[]> {
  const found = await Promise.all(
    [community, street, district].map((id) => (id === undefined ? undefined : org(id))),
  );
  return found.filter((unit) => unit !== undefined);
}

/** The condition for records of a unit and all under it. */
export function within(unit: OrgDoc): Query {
  return { [`unit.${unit.tier}`]: unit._id };
}

/** Leaves out what this person must never learn of: complaints of them or of their family. No condition for those of whom there are none. */
export const unlessBarred = ({ _id, isBarred }: PersonDoc): Query =>
  isBarred ? { barred: is.neq(_id) } : {};

/** The condition for the households of a unit and their cases: a grid's are found among its community's. */
export const householdsOf = (unit: OrgDoc): Query =>
  unit.tier === 'grid'
    ? { 'unit.community': unit.unit.community ?? '', 'unit.grid': unit._id }
    : within(unit);

/** The grids of a community that are not closed; of a larger unit all under it, of at most 100. */
export async function gridsOf(unit: OrgDoc): Promise<OrgDoc[]> {
  const grids = await find(
    'orgs',
    { ...within(unit), tier: 'grid' },
    { orderBy: [['_id', 'asc']], limit: 100 },
  );
  return grids.filter(({ closedAt }) => closedAt === undefined);
}

/** The units of these tiers under another, itself among them where its tier is named: `limits.units` at most. */
export const unitsUnder = (top: OrgDoc, tiers: readonly OrgDoc['tier'][]): Promise<OrgDoc[]> =>
  allWithin('orgs', top, { tier: is.in(tiers) });

/** What lies within a unit, read in batches: `limits.units` at most. */
export async function allWithin<N extends 'orgs' | 'agents'>(
  name: N,
  top: OrgDoc,
  also: Query = {},
): Promise<Collections[N][]> {
  const all: Collections[N][] = [];
  for await (const batch of inHundreds(name, { ...within(top), ...also })) {
    all.push(...batch);
    if (all.length >= limits.units) break;
  }
  return all;
}
