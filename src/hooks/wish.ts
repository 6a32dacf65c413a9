import * as v from 'valibot';
import type { Input } from 'contract/actions';
import { limits } from 'contract/limits';
import * as models from 'contract/models';
import { lacks } from 'contract/wish';
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
    ...((mode === 'appointment' || mode === 'home-visit') && day && time
      ? { appointment: `${day}T${time}` }
      : {}),
  };
}

/** What the function will say about it, said before it is sent. `item`: the one it is for, once picked. */
export function faultsOf(
  input: Partial<Input<'cases.submit'>>,
  item: Parameters<typeof lacks>[1],
  now: number,
): WishFaults {
  const faults: WishFaults = {};
  const check = <T>(field: keyof WishFaults, schema: v.GenericSchema<string, T>, value: string) => {
    const result = v.safeParse(schema, value);
    if (!result.success) faults[field] = result.issues[0].message;
    return result.success ? result.output : undefined;
  };
  const { subtype, mode, note = '', phone, address, appointment } = input;
  check('mode', models.mode as v.GenericSchema<string, Mode>, mode ?? '');
  check('note', models.text(limits.note, '要办的事'), note);
  if (phone) check('phone', models.phone, phone);
  if (address) check('address', models.address, address);
  const appointmentAt = appointment ? check('appointment', models.appointment, appointment) : undefined;
  // A page asks for a time where there is to be one; at a door, and by staff, it may be agreed on later.
  if (mode === 'appointment' && !appointment) faults.appointment = '请选一个日子和钟点。';
  for (const { field, sentence } of lacks({ subtype, mode, phone, address, appointmentAt }, item, now))
    faults[field] ??= sentence;
  return faults;
}
