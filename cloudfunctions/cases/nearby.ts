import { isRejection } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { reportCode } from '../../contract/report';
import { OPEN } from '../../contract/states';
import { kindAsked, nearbyOf } from '../domain/case/report';
import { placeOf } from '../kit/places';
import { serviceItem } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { find, is } from '../kit/store';
import { heavy } from './list';

/** As many as are looked at: those of the same grid are shown first. */
const LOOKED_AT = 20;
const dayMs = 86_400_000;

/** Open reports of the same kind in the same community, for a neighbour who may have met the same. Errors: those of `placeOf`. */
export const nearby: HandlerOf<'cases.nearby'> = async ({ who, now }, { code, orgId, subtype }) => {
  const place = await placeOf({ code, orgId });
  if (isRejection(place)) return place;
  const item = await serviceItem(reportCode);
  const cases = await find(
    'cases',
    {
      'unit.community': place.community._id,
      'report.kind': kindAsked(subtype),
      state: is.in(OPEN),
      submittedAt: is.gte(now - limits.nearbyDays * dayMs),
    },
    { orderBy: [['submittedAt', 'desc']], limit: LOOKED_AT, without: heavy },
  );
  return { reports: item ? nearbyOf(cases, who, place.grid?._id, item) : [] };
};
