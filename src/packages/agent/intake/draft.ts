import type { Input } from 'contract/actions';
import { personName } from 'contract/models';
import type { ServiceItem } from 'contract/models';
import * as v from 'valibot';
import { type WishDraft, faultsOf, wishOf } from '@/hooks/wish';

export type Channel = Input<'cases.intake'>['channel'];

/** What the resident asks for, as far as it is written down. */
export interface Draft extends WishDraft {
  channel?: Channel;
  name: string;
  phone: string;
  /** which item it is; undefined: none picked yet */
  serviceCode?: string;
}

/** The draft as its item has it: the way that fits most people is named first. */
export function fitTo(draft: Draft, item: ServiceItem | undefined): Draft {
  const mode = item?.modes.find((one) => one === draft.mode) ?? item?.modes[0];
  return { ...draft, mode };
}

/** What is missing or wrong, by field. `draft` as its item has it. */
export function missingIn(
  draft: Draft,
  item: ServiceItem | undefined,
  now: number,
): Record<string, string | undefined> {
  const { channel, name, note, serviceCode, day, time } = draft;
  const named = v.safeParse(personName, name);
  const faults = faultsOf(wishOf(draft, serviceCode ?? ''), item, now);
  const isPicked = serviceCode !== undefined;
  return {
    ...faults,
    channel: channel ? undefined : '请选是怎么来的。',
    name: named.success ? undefined : named.issues[0].message,
    // Before an item is picked there is no way of doing it to choose.
    mode: isPicked ? faults.mode : undefined,
    serviceCode: isPicked || note.trim() === '' ? undefined : '请选是哪一件事。',
    // A time may be agreed on later.
    appointment: day || time ? faults.appointment : undefined,
  };
}

/** What the action gets of a draft that nothing is missing in. */
export const inputOf = (draft: Draft) =>
  ({
    ...wishOf(draft, draft.serviceCode ?? ''),
    channel: draft.channel,
    name: draft.name,
  }) as Input<'cases.intake'>;
