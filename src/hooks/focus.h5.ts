/** Pages behind this one stay in the document, unseen. */
function firstSeen(selector: string): HTMLElement | undefined {
  return Array.from(document.querySelectorAll<HTMLElement>(selector)).find(
    (one) => one.offsetParent !== null,
  );
}

export function goToFault() {
  setTimeout(() => {
    const field = firstSeen('.field-wrong, .choice-wrong');
    field?.scrollIntoView({ block: 'center' });
    field?.querySelector<HTMLElement>('.control, .choice-input')?.focus({ preventScroll: true });
  });
}

export function goToTop(selector: string) {
  setTimeout(() => {
    const heading = firstSeen(selector);
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
    heading?.closest('.page')?.scrollIntoView();
  });
}
