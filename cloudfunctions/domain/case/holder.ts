import type { CaseDoc, OrgDoc, PersonDoc, Unit } from '../documents';
import { doorKey, estateOf } from '../person-key';
import { tiers } from './due';

/**
 * Who holds a complaint: the lowest unit above everybody it is about. Those complained of, and their families, never learn of it. Rules:
 * docs/decisions/0052.
 */
export type HoldingTier = (typeof tiers)[number];

/** Whom a complaint is about, as far as it decides who holds it. */
export interface Accused {
  ids: ReadonlySet<string>;
  /** nothing lower holds it */
  from: HoldingTier;
}

const higher = (a: HoldingTier, b: HoldingTier): HoldingTier => (tiers.indexOf(a) > tiers.indexOf(b) ? a : b);

/** The tier above this one; above the district there is none. */
export const tierAbove = (tier: HoldingTier): HoldingTier => tiers[tiers.indexOf(tier) + 1] ?? 'district';

/** The lowest tier whose unit both places lie in. */
export function commonTier(a: Unit, b: Unit): HoldingTier {
  return tiers.find((tier) => a[tier] !== undefined && a[tier] === b[tier]) ?? 'district';
}

/** The lowest tier above all that these people do: an agent's community, one above what a manager answers for. */
export function tierAboveAll(people: readonly Pick<PersonDoc, 'posts' | 'unit'>[], home: Unit): HoldingTier {
  const lowest = people.flatMap(({ posts, unit }) => [
    commonTier(unit, home),
    ...posts.flatMap(({ role, tier }) =>
      role === 'manager' ? tierAbove(tier === 'grid' ? 'community' : tier) : [],
    ),
  ]);
  return lowest.reduce(higher, 'community');
}

/**
 * The unit that holds it, of a place's community, street and district: none of those complained of answers for it or for a unit above
 * it, and somebody there may read it. Above the district there is nobody: there it is held by those who are not barred. Undefined: by no unit.
 */
export function holderOf(
  chain: readonly OrgDoc[],
  { ids, from }: Accused,
  barred: ReadonlySet<string>,
): OrgDoc | undefined {
  const above = tiers
    .slice(tiers.indexOf(from))
    .flatMap((tier) => chain.find((unit) => unit.tier === tier) ?? []);
  const isAccused = ({ managers }: OrgDoc) => managers.some(({ id }) => ids.has(id));
  return above.find(
    (unit, i) =>
      (unit.tier === 'district' || !above.slice(i).some(isAccused)) &&
      unit.managers.some(({ id }) => !barred.has(id)),
  );
}

/** A place as those see it who hold the complaint: as far up as theirs. */
export function placeOf({ tier, unit }: OrgDoc): Unit {
  const { district, street, community } = unit;
  if (tier === 'district') return { district };
  return tier === 'street' ? { district, street } : { district, street, community };
}

/** The tier of the unit that holds it. */
export function holdingTier({ unit }: Pick<CaseDoc, 'unit'>): HoldingTier {
  if (unit.community !== undefined) return 'community';
  return unit.street === undefined ? 'district' : 'street';
}

/** The unit that holds it. */
export const holderId = (kase: Pick<CaseDoc, 'unit'>): string =>
  kase.unit[holdingTier(kase)] ?? kase.unit.district;

/** Those complained of, and of the others who lives behind one door with one of them. */
export function barredOf(accused: readonly PersonDoc[], others: readonly PersonDoc[]): string[] {
  const doors = new Set(accused.flatMap((one) => doorOf(one) ?? []));
  const family = others.filter((one) => doors.has(doorOf(one) ?? ''));
  return [...new Set([...accused, ...family].map(({ _id }) => _id))];
}

/** Estate and numbers: of staff the unit is where they work. */
function doorOf({ address }: PersonDoc): string | undefined {
  const door = address === undefined ? '' : doorKey(address);
  return address === undefined || door === '' ? undefined : `${estateOf(address)} ${door}`;
}
