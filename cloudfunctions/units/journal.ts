import { isRejection } from '../../contract/errors';
import type { JournalChoice, JournalEntry } from '../../contract/models';
import { addDays, instantOf } from '../../contract/time';
import { type JournalField, journalFields } from '../../contract/words';
import type { JournalDoc } from '../domain/documents';
import { findPage } from '../kit/page';
import type { HandlerOf } from '../kit/serve';
import { type Query, is } from '../kit/store';
import { overseenUnit, within } from '../kit/units';

/** What was changed in a unit and all under it, newest first; of one thing, of one kind, on one day. */
export const journal: HandlerOf<'units.journal'> = async (context, { orgId, about, kind, day, cursor }) => {
  const unit = await overseenUnit(context, 'units.journal', orgId);
  if (isRejection(unit)) return unit;
  const asked: Query[] = [
    within(unit),
    ...(about === undefined ? [] : [{ 'about.id': about }]),
    ...(kind === undefined ? [] : [ofKind[kind]]),
    ...(day === undefined ? [] : [{ at: is.gte(instantOf(day)) }, { at: is.lt(instantOf(addDays(day, 1))) }]),
  ];
  const page = await findPage('journal', is.and(asked), ['at', 'desc'], cursor);
  return { entries: page.rows.map(entryOf), cursor: page.cursor };
};

/** That an entry was opened stands by itself: there is much of it, and it changed nothing. */
const people = { what: is.neq('person.look') };
const ofKind: Record<JournalChoice, Query> = {
  unit: { 'about.kind': 'unit' },
  item: { 'about.kind': 'item' },
  answer: { 'about.kind': 'answer' },
  resident: { 'about.kind': 'resident', ...people },
  staff: { 'about.kind': 'staff', ...people },
  look: { 'about.kind': is.in(['resident', 'staff']), what: 'person.look' },
};

function entryOf({ _id: id, at, by, orgId, what, about, before = {}, after = {} }: JournalDoc): JournalEntry {
  const fields = (Object.keys(journalFields) as JournalField[]).filter(
    (field) => before[field] !== undefined || after[field] !== undefined,
  );
  const changes = fields.map((field) => ({ field, before: before[field], after: after[field] }));
  return { id, at, by: by.name, orgId, what, about, changes };
}
