import type { CaseDoc } from '../documents';
import { openedAt } from '../privacy/readers';
import { reaches } from '../privacy/reach';
import type { Migration } from './migration';

/** Until 2026-11-30 numbers and doors of ended cases stayed as long as the case, and openings were looked for among all that was written. */
export const casesSayWhatTheyHold: Migration<CaseDoc> = {
  in: 'cases',
  reads: ['rev'],
  change(kase) {
    const [holds, at] = [reaches(kase), openedAt(kase)];
    const change = {
      ...(holds !== kase.reaches && { reaches: holds }),
      ...(at !== kase.openedAt && { openedAt: at }),
    };
    return Object.keys(change).length > 0 ? change : undefined;
  },
  back: 'The version before reads neither.',
};
