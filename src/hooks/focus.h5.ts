/** Pages behind this one stay in the document, unseen. */
function firstSeen(selector: string): HTMLElement | undefined {
  return Array.from(document.querySelectorAll<HTMLElement>(selector)).find(
    (one) => one.offsetParent !== null,
  );
}

export function goToFault() {
  setTimeout(() => {
    const field = firstSeen('.field-error-words')?.closest('.field, .choice-group');
    field?.scrollIntoView({ block: 'center' });
    field?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
  });
}

export function goToPart(selector: string) {
  // A changed class, such as a larger size, is in the document later than its children (docs/decisions/0014).
  requestAnimationFrame(() => setTimeout(() => firstSeen(selector)?.scrollIntoView()));
}

export function goToTop(selector: string) {
  setTimeout(() => {
    const heading = firstSeen(selector);
    heading?.setAttribute('tabindex', '-1');
    if (heading) goToTitle(heading);
    heading?.closest('.page')?.scrollIntoView();
  });
}

/** Never from under the fingers of a user who writes already: on a slow phone that is sooner than this. */
export function goToTitle(title: HTMLElement) {
  const { activeElement } = document;
  const isWriting = activeElement instanceof HTMLElement && activeElement.matches('input, textarea');
  if (isWriting && activeElement.offsetParent !== null) return;
  title.focus({ preventScroll: true });
}

export function goToNearest(selector: string) {
  setTimeout(() => firstSeen(selector)?.scrollIntoView({ block: 'nearest' }));
}
