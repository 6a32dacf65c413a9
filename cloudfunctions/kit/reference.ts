import * as v from 'valibot';
import { type KeepingChange, standardKeeping } from '../../contract/keeping';
import { type PolicyChange, openingHours, ownDay } from '../../contract/models';
import { tierBelow } from '../../contract/tiers';
import type { Hours, OrgDoc, PolicyDoc, ServiceDoc, Unit } from '../domain/documents';
import { type Policy, changesAbove, policyOf, policyUnits } from '../domain/policy';
import { keep } from './memory';
import { find, get, is } from './store';

/**
 * What is the same for all callers and seldom changes: the catalogue and the tree. An instance keeps it for a minute
 * (real time: this is a cache, not a rule), so that a warm call pays no read for it.
 */
const KEEP_MS = 60_000;

interface Remembered<T> {
  (key: string): Promise<T>;
  /** this instance has changed it: the next call reads it */
  forget(): void;
}

export function remember<T>(load: (key: string) => Promise<T>): Remembered<T> {
  const kept = keep<{ value: Promise<T>; until: number }>();
  const recall = (key: string) => {
    const hit = kept.get(key);
    if (hit && performance.now() < hit.until) return hit.value;
    const value = load(key);
    kept.set(key, { value, until: performance.now() + KEEP_MS });
    // An outage is not worth remembering.
    value.catch(() => kept.delete(key));
    return value;
  };
  return Object.assign(recall, { forget: () => kept.clear() });
}

const catalogue = remember(() =>
  find('services', { order: is.gte(0) }, { orderBy: [['order', 'asc']], limit: 100 }),
);

/** The whole catalogue in its order. At most 100 items, as many as one read may give. */
export const serviceItems = (): Promise<ServiceDoc[]> => catalogue('all');

/** This instance has changed the catalogue. Others go on with what they remember for a minute at most. */
export const forgetCatalogue = (): void => catalogue.forget();

export async function serviceItem(code: string): Promise<ServiceDoc | undefined> {
  return (await serviceItems()).find((item) => item.code === code);
}

/** A unit, with hours that a rule can count on. */
export const org: (id: string) => Promise<OrgDoc | undefined> = remember(async (id) => {
  const unit = await get('orgs', id);
  return unit?.hours ? { ...unit, hours: readableHours(unit) } : unit;
});

/** The units one tier below another: at most 100, as many as one read may give. */
export const unitsBelow: (id: string) => Promise<OrgDoc[]> = remember(async (id) => {
  const above = await org(id);
  const tier = above && tierBelow[above.tier];
  if (!above || !tier) return [];
  return find('orgs', { [`unit.${above.tier}`]: id, tier }, { orderBy: [['_id', 'asc']], limit: 100 });
});

const OFFICE_HOURS: Hours = {
  open: [
    ['08:30', '11:30'],
    ['13:30', '17:00'],
  ],
  saturday: [],
};

/** A community that never opens: what stands for a stored week that cannot be read. */
const NO_HOURS: Hours = { open: [], saturday: [] };

/** A community's opening hours; office hours where it has told none. */
export async function hoursOf(communityId: string | undefined): Promise<Hours> {
  const community = communityId === undefined ? undefined : await org(communityId);
  return community?.hours ?? OFFICE_HOURS;
}

/** A community's hours, whatever is stored: single days that cannot be read are left out. */
export function readableHours(community: OrgDoc | undefined): Hours {
  const { days, ...week } = community?.hours ?? OFFICE_HOURS;
  if (!v.is(openingHours, week)) return NO_HOURS;
  return Array.isArray(days) ? { ...week, days: days.filter((one) => v.is(ownDay, one)) } : week;
}

const policiesOf = (ids: string): Promise<PolicyDoc[]> =>
  find('policies', { _id: is.in(ids.split(' ')) }, { orderBy: [['_id', 'asc']], limit: 10 });
const policies = remember(policiesOf);

/** The policy that holds for a unit: its own over those of the units above it. `fresh`: as it is this moment. */
export async function policyFor(unit: Unit, how: 'kept' | 'fresh' = 'kept'): Promise<Policy> {
  const ids = policyUnits(unit).join(' ');
  return policyOf(unit, await (how === 'fresh' ? policiesOf(ids) : policies(ids)));
}

/** What the units above this one say at this moment, from the district down. */
export async function policiesAbove(unit: OrgDoc): Promise<PolicyChange[]> {
  return changesAbove(unit, await policiesOf(policyUnits(unit.unit).join(' ')));
}

/** What a district has set of 保存期限, as it is this moment. */
export async function keepingOf(districtId: string): Promise<KeepingChange> {
  return (await get('policies', districtId))?.keeping ?? standardKeeping;
}
