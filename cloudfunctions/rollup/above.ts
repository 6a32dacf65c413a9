import { addDays, instantOf, shanghai } from '../../contract/time';
import type { RollupDoc, Unit } from '../domain/documents';
import { keyOf, sumAbove, sumOf } from '../domain/rollup';
import { org } from '../kit/reference';
import { find, is, put } from '../kit/store';

const BATCH = 100;

/**
 * The sums above days of communities that were counted anew: the same days of their streets and districts, then the
 * months of all three. Gives how many were written. A district has no more streets, and a street no more communities, than
 * some hundreds.
 */
export async function makeAbove(days: readonly [key: string, unit: Unit][], now: number): Promise<number> {
  let count = 0;
  const places = await Promise.all(
    days.map(async ([key, unit]) => {
      const community = unit.community ?? '';
      return { day: key.slice(community.length + 1), unit: (await org(community))?.unit ?? unit };
    }),
  );
  for (const tier of ['street', 'district'] as const) {
    for (const { day, unit } of unique(places, ({ day, unit: { [tier]: id } }) => id && keyOf(id, day))) {
      const id = unit[tier] ?? '';
      const children = await childrenOf(id, day);
      await put('rollups', { ...headOf(tier, id, unit, day, now), tables: sumAbove(children) });
      count += 1;
    }
  }
  for (const tier of ['community', 'street', 'district'] as const) {
    for (const { day, unit } of unique(
      places,
      ({ day, unit: { [tier]: id } }) => id && keyOf(id, day.slice(0, 7)),
    )) {
      const id = unit[tier] ?? '';
      const month = day.slice(0, 7);
      const ids = daysIn(month).map((one) => keyOf(id, one));
      const found = await find('rollups', { _id: is.in(ids) }, { orderBy: [['_id', 'asc']], limit: 31 });
      const tables = sumOf(found.map((one) => one.tables));
      await put('rollups', { ...headOf(tier, id, unit, month, now), tables });
      count += 1;
    }
  }
  return count;
}

function headOf(
  tier: RollupDoc['tier'],
  orgId: string,
  { district, street, community }: Unit,
  period: string,
  at: number,
): Omit<RollupDoc, 'tables'> {
  const units = {
    district: { unit: { district }, parent: '' },
    street: { unit: { district, street }, parent: district },
    community: { unit: { district, street, community }, parent: street ?? district },
  };
  return { _id: keyOf(orgId, period), orgId, tier, ...units[tier], period, at };
}

/** One of each key; those without are left out. */
function unique<T>(list: readonly T[], keyOfOne: (one: T) => string | undefined): T[] {
  const kept = new Map<string, T>();
  for (const one of list) {
    const key = keyOfOne(one);
    if (key !== undefined && key !== '' && !kept.has(key)) kept.set(key, one);
  }
  return [...kept.values()];
}

async function childrenOf(parent: string, period: string): Promise<RollupDoc[]> {
  const children: RollupDoc[] = [];
  for (let after = ''; ;) {
    const page: RollupDoc[] = await find(
      'rollups',
      { parent, period, _id: is.gt(after) },
      { orderBy: [['_id', 'asc']], limit: BATCH },
    );
    children.push(...page);
    const last = page.at(-1);
    if (!last || page.length < BATCH) return children;
    after = last._id;
  }
}

function daysIn(month: string): string[] {
  const first = `${month}-01`;
  const length = shanghai(instantOf(first)).daysInMonth();
  return Array.from({ length }, (_, i) => addDays(first, i));
}
