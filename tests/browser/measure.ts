import type { Page } from 'playwright-core';

/** One thing that is seen on a page, in CSS pixels. */
interface Words {
  words: string;
  size: number;
  /** line height ÷ font size */
  leading: number;
}
interface Target {
  name: string;
  width: number;
  height: number;
}
export interface Measured {
  words: Words[];
  targets: Target[];
}

/** Everything one reads and everything one touches on the page as it stands. The demo's bar is no part of the product. */
export async function measure(page: Page): Promise<Measured> {
  await page.evaluate(() => document.fonts.ready);
  return page.evaluate(() => {
    const isOurs = (element: Element) => element.closest('.linli-bar') === null;
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && element.closest('.unseen') === null;
    const wordsOf = (element: Element, words: string) => {
      const { fontSize, lineHeight } = getComputedStyle(element);
      const size = parseFloat(fontSize);
      // `normal` gives NaN: what a font makes of it differs from phone to phone.
      return { words: words.trim().slice(0, 40), size, leading: parseFloat(lineHeight) / size };
    };

    const words = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: parent, textContent: text } = node;
      if (!parent || !text?.trim() || !isOurs(parent) || !isSeen(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { width, height } = range.getBoundingClientRect();
      if (width > 0 && height > 0) words.push(wordsOf(parent, text));
    }
    for (const field of Array.from(document.querySelectorAll<HTMLInputElement>('input, textarea, select'))) {
      const hasWords = !['radio', 'checkbox'].includes(field.type);
      if (hasWords && isOurs(field) && isSeen(field))
        words.push(wordsOf(field, field.value || field.placeholder || field.id));
    }

    const touchable =
      'a[href], button, input, textarea, select, summary, [role=button], [role=link], [tabindex]';
    const targets = Array.from(document.querySelectorAll<HTMLElement>(touchable))
      .filter((element) => isOurs(element) && isSeen(element) && element.tabIndex >= 0)
      .map((element) => {
        // A box to tick is as large as the label around it.
        const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
        const label = element.getAttribute('aria-label') ?? element.closest('label')?.innerText;
        return { name: (label ?? (element.innerText || element.id)).slice(0, 40), width, height };
      });
    return { words, targets };
  });
}

/** What does not fit the width of the window: words and touchable things beyond its edges, and places that scroll sideways.
 * What is hidden from readers is drawn for the eye and cut off where it ends. */
export function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const beyond = [];
    for (const element of Array.from(document.querySelectorAll<HTMLElement>('body, body *'))) {
      if (
        element.closest('.linli-bar, .unseen, [aria-hidden=true]') ||
        !element.checkVisibility({ visibilityProperty: true })
      )
        continue;
      const { left, right, width } = element.getBoundingClientRect();
      const name = `${element.tagName.toLowerCase()}.${element.className} ${element.innerText?.slice(0, 30) ?? ''}`;
      if (width > 0 && (left < -0.5 || right > edge + 0.5))
        beyond.push(`${name}: ${left} to ${right} of ${edge}`);
      const scrolls = ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
      if (scrolls && element.scrollWidth > element.clientWidth)
        beyond.push(`${name}: ${element.scrollWidth} in ${element.clientWidth}`);
    }
    if (document.documentElement.scrollWidth > edge)
      beyond.push(`the page itself: ${document.documentElement.scrollWidth} in ${edge}`);
    return beyond;
  });
}
