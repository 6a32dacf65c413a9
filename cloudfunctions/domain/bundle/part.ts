import type { CaseDoc, Hours, OfBundle, Waits } from '../documents';
import { dueAfter } from '../time/calendar';
import { clockOfDays } from '../time/clock';
import { type Holder, sharedWith } from './papers';
import { LOOK_MS } from './wait';

/** What makes a new case a part of a bundle. */
export interface AsPart {
  bundle: OfBundle;
  about?: string;
  /** whose results it needs, with when these are promised */
  needs: { caseId: string; name: string; dueAt: number }[];
  /** the parts before it */
  earlier: readonly Holder[];
}

/** A new case as a part of its bundle: papers that an earlier part needs are given there; what needs a result waits for it. */
export function asPart(
  kase: CaseDoc,
  { bundle, about, needs, earlier }: AsPart,
  hours: Hours,
  now: number,
): CaseDoc {
  const part: CaseDoc = { ...kase, bundle, about, papers: sharedWith(kase.papers, earlier) };
  if (needs.length === 0) return part;
  const waits: Waits = { needs: needs.map(({ caseId, name }) => ({ caseId, name })), lookAt: now + LOOK_MS };
  return { ...notBegun(part, hours, Math.max(...needs.map(({ dueAt }) => dueAt))), waits };
}

/** A new case that waits: no clock runs, and its days are what they would be if all went as promised. */
function notBegun(kase: CaseDoc, hours: Hours, needsDueAt: number): CaseDoc {
  const clock = clockOfDays(hours, needsDueAt, kase.terms.workdays);
  return {
    ...kase,
    clocks: {},
    dispatchAt: undefined,
    statutoryDueAt: undefined,
    dueAt: clock.dueAt,
    steps: kase.steps.map(({ doneAt: _, ...step }) => ({
      ...step,
      dueAt: Math.min(clock.dueAt, dueAfter(hours, needsDueAt, step.workdays)),
    })),
  };
}
