import type { CaseDoc } from '../documents';
import { nameKey, phoneKey } from '../person-key';
import type { Migration } from './migration';

/** Until 2026-11-28 managers found a case by its number alone. */
export const casesAreFound: Migration<CaseDoc> = {
  in: 'cases',
  reads: ['rev'],
  change: ({ foundBy, contact }) =>
    foundBy === undefined
      ? { foundBy: { name: nameKey(contact.name), phone: phoneKey(contact.phone) } }
      : undefined,
  back: 'The version before does not read it.',
};
