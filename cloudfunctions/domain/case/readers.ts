import { type Part, isReadBy } from '../../../contract/deeds';
import type { CaseDoc, CaseEvent } from '../documents';

/** A review is between the resident and the community's managers: others do not even learn that there is one. */
export function readsReviews(part: Part | undefined): boolean {
  return part === 'resident' || part === 'manager';
}

/** Was it this asker who rated? Then the words are theirs, and what follows from them. */
export function hasReviewed(id: string, { events }: Pick<CaseDoc, 'events'>): boolean {
  return events.some((event) => event.do === 'review' && event.by.part === 'asker' && event.by.id === id);
}

/** Does this part read of the event? The cards of a rectification tell of a review, whichever deed shows them. */
export function isToldTo(
  { do: deed, clock, cause }: Pick<CaseEvent, 'do' | 'clock' | 'cause'>,
  part: Part,
): boolean {
  const isOfReview = [clock, cause].some((one) => one === 'verify' || one === 'mend');
  return isReadBy(deed, part) && (!isOfReview || readsReviews(part));
}
