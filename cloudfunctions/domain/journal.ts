import type { JournalField, JournalKind } from '../../contract/words';
import type { Facts } from './documents';
import { maskName, maskPhone } from './mask';

type Mask = (value: string) => string;
const hidden: Mask = () => '***';

/** What a manager sees masked elsewhere is masked here as well: an entry outlives the person it is about. */
const masks: Partial<Record<JournalKind, Partial<Record<JournalField, Mask>>>> = {
  // `from`: a resident whose entry was made one with this one.
  resident: { name: maskName, from: maskName, phone: maskPhone, address: hidden },
  staff: { from: maskName, phone: maskPhone, address: hidden },
};

/** The name of what an entry is about, as its readers may see it. */
export function nameIn(kind: JournalKind, name: string): string {
  return masks[kind]?.name?.(name) ?? name;
}

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
      return value ? [[field, masks[kind]?.[field]?.(value) ?? value] as const] : [];
    });
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  };
  return { before: of(before), after: of(after) };
}
