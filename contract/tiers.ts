/** The tree of units: what stands below what. */

/** From the whole down. */
export const tiersDown = ['district', 'street', 'community', 'grid'] as const;
export type Tier = (typeof tiersDown)[number];

export const tierBelow = {
  district: 'street',
  street: 'community',
  community: 'grid',
  grid: undefined,
} as const satisfies Record<Tier, Tier | undefined>;

export const tierAbove = {
  district: undefined,
  street: 'district',
  community: 'street',
  grid: 'community',
} as const satisfies Record<Tier, Tier | undefined>;
