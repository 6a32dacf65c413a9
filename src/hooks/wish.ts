import * as v from 'valibot';
import type { Input } from 'contract/actions';
import { limits } from 'contract/limits';
import * as models from 'contract/models';
import type { Mode } from 'contract/words';

/** What is asked for, as far as it is written down: by whom it is for, or for them by staff. */
export interface WishDraft {
  subtype?: string;
  mode?: Mode;
  note: string;
  phone?: string;
  address?: string;
  /** `2026-11-24` and `09:00` */
  day?: string;
  time?: string;
}

/** field → what is wrong with it, in words. */
export type WishFaults = Partial<
  Record<'subtype' | 'mode' | 'note' | 'phone' | 'address' | 'appointment', string>
>;

/** The same as an action gets it: what the way of doing it does not need stays out. */
export function wishOf(
  { subtype, mode, note, phone, address, day, time }: WishDraft,
  serviceCode: string,
): Partial<Input<'cases.submit'>> {
  return {
    serviceCode,
    ...(subtype ? { subtype } : {}),
    ...(mode ? { mode } : {}),
    note,
    ...(phone ? { phone } : {}),
    ...(mode === 'home-visit' && address ? { address } : {}),
    ...(mode === 'appointment' && day && time ? { appointment: `${day}T${time}` } : {}),
  };
}

/** What the contract will say about it, said before it is sent. */
export function faultsOf(input: Partial<Input<'cases.submit'>>, now: number): WishFaults {
  const faults: WishFaults = {};
  const check = (
    field: keyof WishFaults,
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
