/** The view layer: what WeChat's compiled templates make of a page's data, as a person finds it. */
export interface Element {
  tag: string;
  attr: Record<string, unknown>;
  children: Child[];
}
export type Child = Element | string;

/** An element with those around it, outermost first. */
export interface Found {
  element: Element;
  above: Element[];
}

export function* elementsOf(root: Element, above: Element[] = []): Generator<Found> {
  for (const child of root.children) {
    if (typeof child === 'string') continue;
    yield { element: child, above };
    yield* elementsOf(child, [...above, child]);
  }
}

/** All words of an element, as they follow each other; what is `aria-hidden` is for the eye alone and counts too. */
export function wordsOf(element: Child): string {
  if (typeof element === 'string') return element;
  return element.children.map(wordsOf).join('');
}

/** The name that is read aloud: its label, else its words. */
export const nameOf = ({ attr, ...element }: Element): string =>
  String(attr['aria-label'] ?? attr.ariaLabel ?? '') || wordsOf({ attr, ...element });
