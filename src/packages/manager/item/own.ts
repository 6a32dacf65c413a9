import type { ItemState, ServiceItem } from 'contract/models';

/** An item of one's own, that the product's content does not have. */

const PREFIX = 'own-';
export const isOwn = (code: string): boolean => code.startsWith(PREFIX);

/** A code that no item has: residents never see it. */
export function newCode(items: readonly Pick<ItemState, 'code'>[]): string {
  let number = items.filter(({ code }) => isOwn(code)).length + 1;
  while (items.some(({ code }) => code === `${PREFIX}${number}`)) number += 1;
  return `${PREFIX}${number}`;
}

/** An item before a word of it is written. */
export const blank = (code: string): ServiceItem => ({
  code,
  openAtOnce: 'one',
  name: '',
  category: '',
  summary: '',
  audience: [],
  legalBasis: [],
  conditions: [],
  materials: [],
  acceptedAt: '',
  finalTier: 'community',
  steps: [],
  fee: { amount: 0, note: '' },
  statutoryWorkingDays: null,
  promisedWorkingDays: 0,
  serviceHours: '',
  consultation: '',
  supervision: '',
  modes: [],
  residentMustAppear: { required: false, reason: '' },
  keywords: [],
  example: { note: '', result: '' },
  relatedCodes: [],
  subtypes: [],
  localVariation: '',
  sources: [],
  confidence: 'medium',
});
