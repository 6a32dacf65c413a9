import { addDays, instantOf, shanghai } from '../../contract/time';
import type { RollupDoc, Unit } from '../domain/documents';
import { keyOf, packedOf, sumAbove, sumOf, tablesOf } from '../domain/figures/rollup';
import { unitOn } from '../domain/units/whole';
import { org } from '../kit/reference';
import { each } from '../kit/each';
import { inHundreds } from '../kit/page';
import { find, is, put } from '../kit/store';

/** A community whose day or month was made anew. */
interface Made {
  unit: Unit;
  period: string;
}

/**
 * The sums above days of communities that were counted anew: the same days of their streets and districts, each from the units that
 * were right below it on that day, and the months of all of them, each from its own days. Gives how many were written.
 */
export async function makeAbove(days: readonly [key: string, unit: Unit][], now: number): Promise<number> {
  const made = await Promise.all(
    days.map(async ([key, unit]): Promise<Made> => {
      const community = unit.community ?? '';
      const period = key.slice(community.length + 1);
      const home = await org(community);
      return { period, unit: home ? unitOn(home, period) : unit };
    }),
  );
  let count = 0;
  for (const tier of ['community', 'street', 'district'] as const) {
    const above = tier === 'community' ? [] : placesOf(tier, made);
    await each(above, async ({ id, unit, period }) => {
      const children = await childrenOf(id, period);
      const tables = sumAbove(children.map((one) => ({ orgId: one.orgId, tables: tablesOf(one) })));
      await put('rollups', { ...headOf(tier, id, unit, period, now), packed: packedOf(tables) });
    });
    const months = placesOf(
      tier,
      made.map(({ unit, period }) => ({ unit, period: period.slice(0, 7) })),
    );
    await each(months, async ({ id, unit, period }) => {
      const ids = daysIn(period).map((day) => keyOf(id, day));
      const found = await find('rollups', { _id: is.in(ids) }, { orderBy: [['_id', 'asc']], limit: 31 });
      const packed = packedOf(sumOf(found.map(tablesOf)));
      await put('rollups', { ...headOf(tier, id, unit, period, now), packed });
    });
    count += above.length + months.length;
  }
  return count;
}

/** The units of a tier that these lie in, once for each period. */
function placesOf(tier: RollupDoc['tier'], made: readonly Made[]): (Made & { id: string })[] {
  const places = new Map<string, Made & { id: string }>();
  for (const { unit, period } of made) {
    const id = unit[tier];
    if (id !== undefined) places.set(keyOf(id, period), { id, unit, period });
  }
  return [...places.values()];
}

function headOf(
  tier: RollupDoc['tier'],
  orgId: string,
  { district, street, community }: Unit,
  period: string,
  at: number,
): Omit<RollupDoc, 'packed'> {
  const places = {
    district: { unit: { district }, parent: '' },
    street: { unit: { district, street }, parent: district },
    community: { unit: { district, street, community }, parent: street ?? district },
  };
  return { _id: keyOf(orgId, period), orgId, tier, ...places[tier], period, at };
}

async function childrenOf(parent: string, period: string): Promise<RollupDoc[]> {
  const children: RollupDoc[] = [];
  for await (const page of inHundreds('rollups', { parent, period })) children.push(...page);
  return children;
}

function daysIn(month: string): string[] {
  const first = `${month}-01`;
  const length = shanghai(instantOf(first)).daysInMonth();
  return Array.from({ length }, (_, i) => addDays(first, i));
}
