import * as v from 'valibot';
import type { Input } from 'contract/actions';
import { limits } from 'contract/limits';
import * as models from 'contract/models';
import type { Person, ServiceItem } from 'contract/models';
import type { Mode } from 'contract/words';

/** What somebody is asking for, as far as they have got. */
export interface Draft {
  step: 0 | 1 | 2;
  subtype?: string;
  mode?: Mode;
  note: string;
  /** the words of the search that the note began with */
  wished?: string;
  /** undefined: as the register has it */
  phone?: string;
  address?: string;
  /** `2026-11-24` and `09:00` */
  day?: string;
  time?: string;
  /** one for each thing asked: a double tap, a lost reply or a second tab sends the same */
  requestId?: string;
}

/**
 * The draft that was kept, with the words that somebody comes with now: the same words again change nothing, other
 * words take the place of a note that was never edited, and are added to one that was.
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

/** field → what is wrong with it, in words. */
export type Faults = Partial<
  Record<'subtype' | 'mode' | 'note' | 'phone' | 'address' | 'appointment', string>
>;

const stepOf: Record<keyof Faults, Draft['step']> = {
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

/** The faults of the steps up to this one: nobody is blamed for a page not yet seen. */
export function faultsUpTo(step: Draft['step'], faults: Faults): Faults {
  return Object.fromEntries(
    Object.entries(faults).filter(([field]) => stepOf[field as keyof Faults] <= step),
  );
}

/** What the action gets. The register fills in what was not changed. */
export function inputOf(draft: Draft, item: ServiceItem, person?: Person): Partial<Input<'cases.submit'>> {
  const phone = draft.phone ?? person?.phone;
  const address = draft.address ?? person?.address;
  return {
    serviceCode: item.code,
    ...(draft.subtype ? { subtype: draft.subtype } : {}),
    ...(draft.mode ? { mode: draft.mode } : {}),
    note: draft.note,
    ...(phone ? { phone } : {}),
    ...(draft.mode === 'home-visit' && address ? { address } : {}),
    ...(draft.mode === 'appointment' && draft.day && draft.time
      ? { appointment: `${draft.day}T${draft.time}` }
      : {}),
  };
}

/** What the contract will say about it, said before it is sent. */
export function faultsOf(input: Partial<Input<'cases.submit'>>, now: number): Faults {
  const faults: Faults = {};
  const check = (
    field: keyof Faults,
    schema: v.GenericSchema<string, unknown>,
    value: string | undefined,
  ) => {
    const result = v.safeParse(schema, value ?? '');
    if (!result.success) faults[field] = result.issues[0].message;
    return result.success ? result.output : undefined;
  };
  check('mode', models.mode as v.GenericSchema<string, unknown>, input.mode);
  check('note', models.text(limits.note, '要办的事'), input.note);
  check('phone', models.phone, input.phone);
  if (input.mode === 'home-visit') check('address', models.address, input.address);
  if (input.mode === 'appointment') {
    if (!input.appointment) faults.appointment = '请选一个日子和钟点。';
    else if (Number(check('appointment', models.appointment, input.appointment)) <= now) {
      faults.appointment = '这个时间已经过了,请选以后的时间。';
    }
  }
  return faults;
}
