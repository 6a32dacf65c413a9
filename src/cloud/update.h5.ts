/** A browser has the newest page each time it opens one. */
export function offerUpdate(): void {
  // Nothing to offer.
}
