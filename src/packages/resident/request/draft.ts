import type { Input } from 'contract/actions';
import type { Person, ServiceItem } from 'contract/models';
import { type WishDraft, type WishFaults, wishOf } from '@/hooks/wish';

/** What the resident is asking for, as far as they have got. Where phone or address is undefined it is as the register has it. */
export interface Draft extends WishDraft {
  step: 0 | 1 | 2;
  /** the words of the search that the note began with */
  wished?: string;
  /** one for each thing asked: a double tap, a lost reply or a second tab sends the same */
  requestId?: string;
}

/**
 * The draft that was kept, with the words that the resident comes with now. The same words again change nothing; other
 * words take the place of a note that was never edited, and are added to a note that was.
 */
export function withWish(
  kept: Partial<Draft>,
  { text, subtype, mode }: Partial<Draft> & { text?: string },
): Draft {
  const draft: Draft = { step: 0, note: '', mode, ...kept };
  if (!text || text === draft.wished) return { ...draft, subtype: draft.subtype ?? subtype };
  const written = draft.note === (draft.wished ?? '') ? '' : `${draft.note}\n`;
  return {
    ...draft,
    step: 0,
    note: written + text,
    wished: text,
    subtype: subtype ?? draft.subtype,
    requestId: undefined,
  };
}

const stepOf: Record<keyof WishFaults, Draft['step']> = {
  subtype: 0,
  mode: 0,
  note: 0,
  phone: 1,
  address: 1,
  appointment: 1,
};

/** The first step that has a fault, if any. */
export function firstWrongStep(faults: WishFaults): Draft['step'] | undefined {
  return Object.keys(faults)
    .map((field) => stepOf[field as keyof WishFaults])
    .sort()[0];
}

/** The faults of the steps up to this one: the resident is not blamed for a page not yet seen. */
export function faultsUpTo(step: Draft['step'], faults: WishFaults): WishFaults {
  return Object.fromEntries(
    Object.entries(faults).filter(([field]) => stepOf[field as keyof WishFaults] <= step),
  );
}

/** What the action gets. The register, or what is being entered into it, fills in what was not changed. */
export function inputOf(
  draft: Draft,
  item: ServiceItem,
  person: Pick<Person, 'phone' | 'address'>,
): Partial<Input<'cases.submit'>> {
  return wishOf(
    { ...draft, phone: draft.phone ?? person?.phone, address: draft.address ?? person?.address },
    item.code,
  );
}
