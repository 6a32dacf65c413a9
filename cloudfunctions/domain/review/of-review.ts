import type { Deed } from '../../../contract/states';
import type { CaseEvent } from '../documents';

/** Deeds that would tell that there is a review, or that there is none. */
const OF_REVIEWS: readonly Deed[] = ['review', 'invite', 'take', 'verify', 'mend', 'phone', 'contact'];

/** Does this event tell of a review? The agent whom it is about must not learn even that it happened. */
export function isOfReview({ do: deed, clock, cause }: Pick<CaseEvent, 'do' | 'clock' | 'cause'>): boolean {
  return OF_REVIEWS.includes(deed) || [clock, cause].some((one) => one === 'verify' || one === 'mend');
}
