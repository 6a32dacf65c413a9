import { isRejection } from '../../contract/errors';
import { org } from '../kit/reference';
import { placeOf } from '../kit/places';
import type { HandlerOf } from '../kit/serve';

/** The community that a scanned code leads to. Errors: PLACE_CODE_UNKNOWN, PLACE_CLOSED. */
export const scan: HandlerOf<'units.scan'> = async (_visitor, { code }) => {
  const place = await placeOf({ code });
  if (isRejection(place)) return place;
  const { community, grid } = place;
  return {
    id: community._id,
    name: community.name,
    street: (await org(community.unit.street ?? ''))?.name ?? '',
    phone: community.phone,
    afterHoursPhone: community.afterHoursPhone,
    grid: grid && { id: grid._id, name: grid.name },
  };
};
