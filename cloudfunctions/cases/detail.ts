import { isAtHome } from '../../contract/deeds';
import { isRejection } from '../../contract/errors';
import { firstPart } from '../domain/case/case';
import { isOfStaff } from '../domain/case/complaint';
import { holderId } from '../domain/case/holder';
import { hasReviewed, readsReviews } from '../domain/case/readers';
import { viewOf } from '../domain/case/view';
import { mayBeRead } from '../domain/case/visit';
import { withGiven } from '../kit/bundles';
import { permitted } from '../kit/cases';
import { hoursOf, org, serviceItem } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';

/** A case, as much of it as the caller may see. */
export const detail: HandlerOf<'cases.detail'> = async ({ who, now }, { caseId }) => {
  const found = permitted('cases.detail', who, await get('cases', caseId), '这个办件不是您的。');
  if (isRejection(found)) return found;
  const kase = await withGiven(found);
  const { community } = kase.unit;
  const holder = isOfStaff(kase) ? await org(holderId(kase)) : undefined;
  const part = firstPart(who, kase);
  const [hours, home, review, resident, item] = await Promise.all([
    hoursOf(community),
    community === undefined ? undefined : org(community),
    kase.reviewLevel !== undefined && (readsReviews(part) || hasReviewed(who._id, kase))
      ? get('reviews', kase._id)
      : undefined,
    mayBeRead(kase, part) ? get('people', kase.residentId) : undefined,
    isAtHome(part) ? serviceItem(kase.serviceCode) : undefined,
  ]);
  const around = {
    hours,
    now,
    afterHoursPhone: home?.afterHoursPhone,
    review,
    home: holder ?? home,
    mandate: item?.mandate,
    isOffline: resident !== undefined && resident.openid === undefined,
  };
  return { case: viewOf(kase, who, around) };
};
