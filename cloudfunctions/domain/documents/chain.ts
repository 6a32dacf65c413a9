import type { JournalDeed, JournalKind } from '../../../contract/words';
import type { Deed, Part } from '../../../contract/deeds';
import type { Head } from '../../../contract/models';
import type { State } from '../../../contract/states';
import type { CaseEvent } from './case';

/** 每日封存: how far the chain of a unit has come. The `_id` is the unit's. */
export interface ChainDoc {
  _id: string;
  /** how many entries it has, and the hash over all of them */
  n: number;
  hash: string;
  /** the last day that was closed */
  day: string;
  /** the first entry of the day that is being sealed */
  from: number;
  /** what was written from this instant on was not looked for yet */
  since: number;
  /** when the next day is closed */
  dueAt: number;
  /** when it was sealed last: later than now where the clock went back since */
  sealedAt: number;
  /** the unit above, whose chain takes the heads of this one */
  above?: string;
  /** the head whose file is not written yet */
  unfiled?: string;
}

/** An event of a case as it is sealed: what everybody in the case reads, and one hash over everything else of it. */
export interface CaseEntry {
  kind: 'case';
  id: string;
  seq: number;
  at: number;
  do: Deed;
  state: State;
  by: Part;
  /** over the rest of the event, with a salt of its own */
  details: string;
}

/** An entry of the journal (台账) as it is sealed. */
export interface JournalSealed {
  kind: 'journal';
  id: string;
  at: number;
  what: JournalDeed;
  unit: string;
  about: JournalKind;
  details: string;
}

/** The head of a unit below: what countersigns it. Nothing in it is anybody's own. */
export type HeadEntry = { kind: 'head' } & Head;

/** The end of a day: the root of the tree over its entries, by which one of them is shown without the others. */
export interface DayEntry {
  kind: 'day';
  day: string;
  from: number;
  count: number;
  root: string;
}

export type ChainEntry = CaseEntry | JournalSealed | HeadEntry | DayEntry;

/** Which of the fields of an event stand open in its entry. */
export type CaseDetails = Omit<CaseEvent, 'seq' | 'at' | 'do' | 'state'>;

/** One leaf: what it is of, and its hash. */
export interface Leaf {
  /** `case:<id>`, `journal:<id>`; of what is nobody's own, the entry itself stands beside */
  of: string;
  seq: number;
  /** which of the salts of `of`: one that was destroyed is followed by another */
  gen?: number;
  hash: string;
  entry?: HeadEntry | DayEntry;
}

/** Some entries of a chain, one after the other. The `_id` is the unit's with the number of the first. */
export interface SegmentDoc {
  _id: string;
  orgId: string;
  day: string;
  /** the number of the first, and the hash before it */
  from: number;
  start: string;
  leaves: Leaf[];
}

/**
 * What is known of one case, one entry of the journal (`case:<id>`, `journal:<id>`) or one unit's heads (`head:<above>:<id>`) in the
 * chains. The secret, from which the salts are made, stands here alone: without it nobody can tell from a leaf what it was of.
 */
export interface SealDoc {
  _id: string;
  secret?: string;
  /** how many secrets were destroyed */
  gen: number;
  /** salts of single events by their `seq`, where those of others were destroyed with the secret */
  left?: Record<string, { entry: string; details: string }>;
  /** whom it is about: a person's entries are found by it */
  of?: string;
  /** how many of its events are sealed; of heads, the number of the last that was taken */
  sealed: number;
  /** where they lie: the first of some, how many, and the place in which chain */
  places: { seq: number; count: number; gen?: number; orgId: string; n: number; day: string }[];
}

/** 校验单: the head of a chain when a day was closed. The `_id` is the unit's with the count. */
export interface HeadDoc {
  _id: string;
  orgId: string;
  n: number;
  hash: string;
  day: string;
  at: number;
  above?: string;
}
