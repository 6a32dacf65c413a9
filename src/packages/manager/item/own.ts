import type { ItemState } from 'contract/models';

/** An item of one's own, that the product's content does not have. */

const PREFIX = 'own-';
export const isOwn = (code: string): boolean => code.startsWith(PREFIX);

/** A code that no item has: residents never see it. */
export function newCode(items: readonly Pick<ItemState, 'code'>[]): string {
  let number = items.filter(({ code }) => isOwn(code)).length + 1;
  while (items.some(({ code }) => code === `${PREFIX}${number}`)) number += 1;
  return `${PREFIX}${number}`;
}
