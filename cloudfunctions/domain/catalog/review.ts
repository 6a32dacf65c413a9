import type { ServiceDoc } from '../documents';
import { addDays, dayOf } from '../../../contract/time';

/** Rules and phones change: what no manager has looked at for so many days may be wrong. */
const REVIEW_DAYS = 365;

/** Has no manager said for 12 months that the item is right as it stands? */
export function isStale({ reviewedAt }: Pick<ServiceDoc, 'reviewedAt'>, now: number): boolean {
  return reviewedAt === undefined || addDays(dayOf(reviewedAt), REVIEW_DAYS) <= dayOf(now);
}
