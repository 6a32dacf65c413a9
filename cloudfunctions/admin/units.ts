import { reject } from '../../contract/errors';
import type { HandlerOf } from '../kit/serve';
import { find, is } from '../kit/store';
import { managersOf } from '../kit/units';

/** The district, its streets and its communities; with the managers of those that can be whistled for. */
export const units: HandlerOf<'admin.units'> = async ({ who }) => {
  const { district } = who.unit;
  const found = await find(
    'orgs',
    { 'unit.district': district, tier: is.in(['district', 'street', 'community']) },
    { orderBy: [['_id', 'asc']], limit: 100 },
  );
  if (found.length === 0) return reject('UNIT_NOT_FOUND');
  const summonable = found.filter((unit) => unit.tier !== 'community').map((unit) => unit._id);
  const managers = await managersOf(summonable);
  return {
    units: found.map(({ _id: id, name, tier }) => ({
      id,
      name,
      tier,
      managers: managers
        .filter((one) => one.posts.some((post) => post.orgId === id))
        .map((one) => ({ id: one._id, name: one.name })),
    })),
  };
};
