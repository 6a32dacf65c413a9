import type { OrgDoc } from '../documents';
import { findsOf } from '../units/finds';
import type { Migration } from './migration';

/** Until 2026-11-27 a unit was chosen from a list, and had nothing to be found by. */
export const unitsAreFound: Migration<OrgDoc> = {
  in: 'orgs',
  reads: ['name', 'finds'],
  change: (unit) => (unit.finds === undefined ? { finds: findsOf(unit) } : undefined),
  back: 'The version before does not read it.',
};
