import type { Hours, OrgDoc, ServiceDoc } from '../domain/documents';
import { find, get, is } from './store';

/**
 * What is the same for everybody and seldom changes: the catalogue and the tree. An instance keeps it for a minute
 * (real time: this is a cache, not a rule), so that a warm call pays no read for it.
 */
const KEEP_MS = 60_000;

function remember<T>(load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, { value: Promise<T>; until: number }>();
  return (key) => {
    const hit = kept.get(key);
    if (hit && performance.now() < hit.until) return hit.value;
    const value = load(key);
    kept.set(key, { value, until: performance.now() + KEEP_MS });
    // An outage is not worth remembering.
    value.catch(() => kept.delete(key));
    return value;
  };
}

const catalogue = remember(() =>
  find('services', { order: is.gte(0) }, { orderBy: [['order', 'asc']], limit: 100 }),
);

/** The whole catalogue in its order. At most 100 items, as many as one read may give. */
export const serviceItems = (): Promise<ServiceDoc[]> => catalogue('all');

export async function serviceItem(code: string): Promise<ServiceDoc | undefined> {
  return (await serviceItems()).find((item) => item.code === code);
}

export const org: (id: string) => Promise<OrgDoc | undefined> = remember((id) => get('orgs', id));

const OFFICE_HOURS: Hours = {
  open: [
    ['08:30', '11:30'],
    ['13:30', '17:00'],
  ],
  saturday: [],
};

/** A community's opening hours; office hours where it has told none. */
export async function hoursOf(communityId: string | undefined): Promise<Hours> {
  const community = communityId === undefined ? undefined : await org(communityId);
  return community?.hours ?? OFFICE_HOURS;
}
