import type { ServiceItem, ServiceRow } from '../../contract/models';
import { localAt, withLocal } from '../domain/catalog/local';
import type { ServiceDoc, Unit } from '../domain/documents';
import { org, serviceItems } from '../kit/reference';

/** One line of a catalogue list. */
export function rowOf({ code, name, category, summary, promisedWorkingDays }: ServiceItem): ServiceRow {
  return { code, name, category, summary, promisedWorkingDays };
}

/** Where the caller belongs, as far as they say so: it decides what holds, and opens nothing personal. */
export async function placeOf(orgId: string | undefined): Promise<Unit | undefined> {
  return orgId === undefined ? undefined : (await org(orgId))?.unit;
}

/** Every item that is done at a place, as it is done there; without a place the catalogue itself. */
export async function itemsAt(orgId: string | undefined): Promise<ServiceDoc[]> {
  const [items, unit] = await Promise.all([serviceItems(), placeOf(orgId)]);
  if (!unit) return items;
  return items.flatMap((item) => {
    const local = localAt(item, unit);
    return local.offered === false ? [] : withLocal(item, local);
  });
}
