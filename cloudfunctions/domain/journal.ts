import type { JournalField, JournalKind } from '../../contract/words';
import type { Facts } from './documents';
import { asShown, ofJournal } from './shown';

/** A fact of an entry, as the readers of the journal may see it; nothing where they may not. */
function factIn(kind: JournalKind, field: JournalField, value: string): string | undefined {
  const row = ofJournal[field];
  return asShown(field, value, row === 'whole' ? row : row[kind]);
}

/** The name of what an entry is about, as its readers may see it. */
export const nameIn = (kind: JournalKind, name: string): string => factIn(kind, 'name', name) ?? '';

/** Only what differs; what is there on one side alone is left out on the other. Whether it differs is asked before it is masked. */
export function differing(
  kind: JournalKind,
  before: Facts = {},
  after: Facts = {},
): { before?: Facts; after?: Facts } {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as JournalField[];
  const changed = fields.filter((field) => (before[field] ?? '') !== (after[field] ?? ''));
  const of = (facts: Facts): Facts | undefined => {
    const kept = changed.flatMap((field) => {
      const value = facts[field];
      const shown = value && factIn(kind, field, value);
      return shown ? [[field, shown] as const] : [];
    });
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  };
  return { before: of(before), after: of(after) };
}
