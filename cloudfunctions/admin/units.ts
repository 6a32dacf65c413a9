import { reject } from '../../contract/errors';
import type { HandlerOf } from '../kit/serve';
import { find, is } from '../kit/store';

/** The district, its streets and its communities, with who answers for each. At most 100. */
export const units: HandlerOf<'admin.units'> = async ({ who }) => {
  const found = await find(
    'orgs',
    { 'unit.district': who.unit.district, tier: is.in(['district', 'street', 'community']) },
    { orderBy: [['_id', 'asc']], limit: 100 },
  );
  if (found.length === 0) return reject('UNIT_NOT_FOUND');
  const open = found.filter(({ closedAt }) => closedAt === undefined);
  return { units: open.map(({ _id: id, name, tier, managers }) => ({ id, name, tier, managers })) };
};
