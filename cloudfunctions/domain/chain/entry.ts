import type { CaseDetails, CaseEntry, CaseEvent, JournalDoc, JournalSealed } from '../documents';
import { leafOf } from './hash';

/**
 * An event of a case as it is sealed. What stands open in it is what everybody in the case reads: which step, when, in which part. Words,
 * names and ids are one hash, so that an export, or the receipt of one person, shows nothing of another.
 */
export function entryOfEvent(caseId: string, event: CaseEvent, detailsSalt: string): CaseEntry {
  const { seq, at, do: deed, state } = event;
  return {
    kind: 'case',
    id: caseId,
    seq,
    at,
    do: deed,
    state,
    by: event.by.part,
    details: leafOf(detailsSalt, restOf(event)),
  };
}

/** What of an event is that one hash: who, which words, to whom. */
export function restOf({ seq: _seq, at: _at, do: _do, state: _state, ...rest }: CaseEvent): CaseDetails {
  return rest;
}

/** An entry of the journal as it is sealed: who, about whom and what was written are one hash. */
export function entryOfJournal(doc: JournalDoc, detailsSalt: string): JournalSealed {
  const { _id: id, at, what, orgId: unit, about, ...rest } = doc;
  return {
    kind: 'journal',
    id,
    at,
    what,
    unit,
    about: about.kind,
    details: leafOf(detailsSalt, { about, ...rest }),
  };
}
