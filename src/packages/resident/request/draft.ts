import type { Input } from 'contract/actions';
import type { Person, ServiceItem } from 'contract/models';
import { type WishDraft, type WishFaults, wishOf } from '@/hooks/wish';
import type { Neighbour, NeighbourFaults } from './neighbour';

/** What the resident is asking for, as far as they have got. Where phone or address is undefined it is as the register has it. */
export interface Draft extends WishDraft {
  step: 0 | 1 | 2;
  /** the words of the search that the note began with */
  wished?: string;
  /** one for each thing asked: a double tap, a lost reply or a second tab sends the same */
  requestId?: string;
  /** whom it is for, where that is a neighbour */
  neighbour?: Neighbour;
}

/** field → what is wrong with it, in words. */
export type Faults = WishFaults & NeighbourFaults;

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

const stepOf: Record<keyof Faults, Draft['step']> = {
  name: 0,
  orgId: 0,
  asked: 0,
  subtype: 0,
  mode: 0,
  note: 0,
  phone: 1,
  address: 1,
  appointment: 1,
};

/** The first step that has a fault, if any. */
export function firstWrongStep(faults: Faults): Draft['step'] | undefined {
  return Object.keys(faults)
    .map((field) => stepOf[field as keyof Faults])
    .sort()[0];
}

/** The faults of the steps up to this one: the resident is not blamed for a page not yet seen. */
export function faultsUpTo(step: Draft['step'], faults: Faults): Faults {
  return Object.fromEntries(
    Object.entries(faults).filter(([field]) => stepOf[field as keyof Faults] <= step),
  );
}

/**
 * What the action gets. What is known of whom it is for (`whose`: the register's entry, what is being entered into it, or what the caller
 * keeps of their family) fills in what was not changed.
 */
export function inputOf(
  draft: Draft,
  item: ServiceItem,
  whose: Pick<Person, 'phone' | 'address'> & { familyId?: string },
): Partial<Input<'cases.submit'>> {
  const { neighbour, phone = whose.phone, address = whose.address } = draft;
  const { familyId } = whose;
  return {
    ...wishOf({ ...draft, phone, address }, item.code),
    ...(familyId ? { familyId } : {}),
    ...(neighbour ? { neighbour: neighbourOf(neighbour, draft.phone) } : {}),
  };
}

/** A number that was not touched is the caller's. */
const neighbourOf = ({ name = '', orgId }: Neighbour, phone?: string) => ({
  name,
  orgId,
  ...(phone ? { phone } : {}),
  asked: true as const,
});
