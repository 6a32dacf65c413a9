import { type Tier, tierAbove, tierBelow } from '../../../contract/tiers';
import type { OrgDoc, Unit } from '../documents';

/** The tree of units, as documents of it say where they stand. */

/** The id of the unit that this one belongs to; none of a district. */
export function aboveOf({ tier, unit }: Pick<OrgDoc, 'tier' | 'unit'>): string | undefined {
  const above = tierAbove[tier];
  return above && unit[above];
}

/** Where a new unit below this one stands, spelt out; undefined below a grid. */
export function placeBelow(above: OrgDoc, id: string): { tier: Tier; unit: Unit } | undefined {
  const tier = tierBelow[above.tier];
  return tier && { tier, unit: { ...above.unit, [tier]: id } };
}

/** Units in the order of the tree, each before what is below it, those of one parent in the order they are given in. */
export function inTreeOrder(units: readonly OrgDoc[], topId: string): OrgDoc[] {
  const below = new Map<string | undefined, OrgDoc[]>();
  for (const unit of units) below.set(aboveOf(unit), [...(below.get(aboveOf(unit)) ?? []), unit]);
  const walk = (unit: OrgDoc): OrgDoc[] => [unit, ...(below.get(unit._id) ?? []).flatMap(walk)];
  return units.filter(({ _id }) => _id === topId).flatMap(walk);
}
