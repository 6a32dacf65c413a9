import type { CaseDoc } from '../domain/documents';
import { type Transaction, updateOne } from './store';

/**
 * Writes the case if no other request has meanwhile: one conditional write carries state, timeline and outbox together. Here
 * alone `rev` is raised, so no rule and no handler can forget it.
 */
export function replace(before: CaseDoc, after: CaseDoc): Promise<boolean> {
  return updateOne('cases', { _id: before._id, rev: before.rev }, changed(before, after));
}

/** The same in a transaction that has read `before` itself: no other request can have written it meanwhile. */
export function replaceIn(tx: Transaction, before: CaseDoc, after: CaseDoc): Promise<void> {
  return tx.update('cases', before._id, changed(before, after));
}

/** The top-level fields that differ; a field that is gone is there as undefined. */
function changed(before: CaseDoc, after: CaseDoc): Partial<CaseDoc> {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof CaseDoc>;
  const differ = [...keys].filter((key) => before[key] !== after[key]).map((key) => [key, after[key]]);
  return { ...Object.fromEntries(differ), rev: before.rev + 1 };
}
