import { type Part, isReadBy } from '../../../contract/deeds';
import type { CaseEvent } from '../documents';

/** A review is between the resident and the community's managers: others do not even learn that there is one. */
export function readsReviews(part: Part | undefined): boolean {
  return part === 'resident' || part === 'manager';
}

/** Does this part read of the event? The cards of a rectification tell of a review, whichever deed shows them. */
export function isToldTo(
  { do: deed, clock, cause }: Pick<CaseEvent, 'do' | 'clock' | 'cause'>,
  part: Part,
): boolean {
  const isOfReview = [clock, cause].some((one) => one === 'verify' || one === 'mend');
  return isReadBy(deed, part) && (!isOfReview || readsReviews(part));
}
