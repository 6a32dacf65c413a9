import type { JournalDeed, JournalField, JournalKind } from '../../../contract/words';
import type { Unit } from './unit';

/** What was changed, field by field, in words as a person reads them. */
export type Facts = Partial<Record<JournalField, string>>;

/** 台账: one change of a unit, a person, an item or a policy. Written with the change, never changed itself. */
export interface JournalDoc {
  /** of the caller, the request and what it is about: a repeated write is one entry */
  _id: string;
  /** the unit it belongs to, spelt out: those who oversee that unit read it */
  unit: Unit;
  orgId: string;
  at: number;
  by: { id: string; name: string };
  requestId: string;
  digest?: string;
  what: JournalDeed;
  /** a resident's name is masked */
  about: { kind: JournalKind; id: string; name: string };
  /** only what differs, personal data masked */
  before?: Facts;
  after?: Facts;
}
