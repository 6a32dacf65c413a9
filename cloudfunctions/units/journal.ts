import { isRejection } from '../../contract/errors';
import type { JournalEntry } from '../../contract/models';
import { type JournalField, journalFields } from '../../contract/words';
import type { JournalDoc } from '../domain/documents';
import { findPage } from '../kit/page';
import type { HandlerOf } from '../kit/serve';
import { overseenUnit, within } from '../kit/units';

/** What was changed in a unit and all under it, newest first. */
export const journal: HandlerOf<'units.journal'> = async (context, { orgId, about, cursor }) => {
  const unit = await overseenUnit(context, 'units.journal', orgId);
  if (isRejection(unit)) return unit;
  const asked = about === undefined ? within(unit) : { 'about.id': about, ...within(unit) };
  const page = await findPage('journal', asked, ['at', 'desc'], cursor);
  return { entries: page.rows.map(entryOf), cursor: page.cursor };
};

function entryOf({ _id: id, at, by, orgId, what, about, before = {}, after = {} }: JournalDoc): JournalEntry {
  const fields = (Object.keys(journalFields) as JournalField[]).filter(
    (field) => before[field] !== undefined || after[field] !== undefined,
  );
  const changes = fields.map((field) => ({ field, before: before[field], after: after[field] }));
  return { id, at, by: by.name, orgId, what, about, changes };
}
