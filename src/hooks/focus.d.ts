/** Brings the first wrong field of this page into view, once it is drawn; on H5 the keyboard goes there too. */
export function goToFault(): void;

/** Brings what `selector` names into view, once it is drawn. */
export function goToPart(selector: string): void;

/** To the top of the page; on H5 the keyboard goes to what `selector` names, so that a screen reader says it. */
export function goToTop(selector: string): void;

/** The keyboard to a page's title or heading (H5), unless the user is writing already. */
export function goToTitle(title: HTMLElement): void;

/** What `selector` names into view with as little scrolling as it takes (H5 on a desk). */
export function goToNearest(selector: string): void;
