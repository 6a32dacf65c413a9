import type { CaseDetails, CaseEntry, CaseEvent, JournalDoc, JournalSealed } from '../documents';
import { leafOf, saltOf } from './hash';

/**
 * An event of a case as it is sealed. What stands open in it is what everybody in the case reads: which step, when, in which part. Words,
 * names and ids are one hash, so that an export, or the receipt of one person, shows nothing of another.
 */
export function entryOfEvent(caseId: string, event: CaseEvent, secret: string): CaseEntry {
  const { seq, at, do: deed, state, ...rest } = event;
  const details: CaseDetails = rest;
  const salt = saltOf(secret, seq, 'details');
  return {
    kind: 'case',
    id: caseId,
    seq,
    at,
    do: deed,
    state,
    by: event.by.part,
    details: leafOf(salt, details),
  };
}

/** An entry of the journal as it is sealed: who, about whom and what was written are one hash. */
export function entryOfJournal(doc: JournalDoc, secret: string): JournalSealed {
  const { _id: id, at, what, orgId: unit, about, ...rest } = doc;
  const salt = saltOf(secret, 0, 'details');
  return {
    kind: 'journal',
    id,
    at,
    what,
    unit,
    about: about.kind,
    details: leafOf(salt, { about, ...rest }),
  };
}
