import type { CaseDoc } from '../domain/documents';
import { updateOne } from './store';

/** Writes the case if nobody else has meanwhile: one conditional write carries state, timeline and outbox together. */
export function replace(before: CaseDoc, after: CaseDoc): Promise<boolean> {
  return updateOne('cases', { _id: before._id, rev: before.rev }, changed(before, after));
}

/** The top-level fields that differ; a field that is gone is there as undefined. */
export function changed(before: CaseDoc, after: CaseDoc): Partial<CaseDoc> {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof CaseDoc>;
  return Object.fromEntries(
    [...keys].filter((key) => before[key] !== after[key]).map((key) => [key, after[key]]),
  );
}
