import type { ErrorCode } from './errors';
import { limits } from './limits';
import type { ServiceItem } from './models';
import { addDays, dayOf, instantOf, sayDay } from './time';
import type { Mode } from './words';

/** What is asked for, each field in its own form already (contract/models/field). */
export interface Wish {
  subtype?: string;
  mode?: Mode;
  phone?: string;
  address?: string;
  /** epoch milliseconds */
  appointmentAt?: number;
}

/** One thing that a wish lacks: the code and the field of the refusal, and what to do about it. */
export interface Lack {
  code: ErrorCode;
  field: 'subtype' | 'mode' | 'appointment' | 'address' | 'phone';
  sentence: string;
}

/** What keeps a wish from becoming a case; pages say it before it is sent, the function refuses it. No `item`: none is picked yet. */
export function lacks(
  { subtype, mode, phone, address, appointmentAt }: Wish,
  item: Pick<ServiceItem, 'subtypes' | 'modes'> | undefined,
  now: number,
): Lack[] {
  const found: Lack[] = [];
  const add = (is: boolean, code: ErrorCode, field: Lack['field'], sentence: string) => {
    if (is) found.push({ code, field, sentence });
  };
  const isNone = item && subtype !== undefined && item.subtypes.every((one) => one.code !== subtype);
  add(isNone === true, 'SUBTYPE_NOT_FOUND', 'subtype', '没有这个办理类型，请重新选一个。');
  const isOther = item && mode !== undefined && !item.modes.includes(mode);
  add(isOther === true, 'MODE_NOT_OFFERED', 'mode', '这件事不能用这种方式办，请换一种。');
  const isPast = appointmentAt !== undefined && appointmentAt <= now;
  add(isPast, 'APPOINTMENT_PAST', 'appointment', '这个时间已经过了，请选以后的时间。');
  const last = addDays(dayOf(now), limits.appointmentDays);
  const isFar = appointmentAt !== undefined && instantOf(addDays(last, 1)) <= appointmentAt;
  const lastDay = sayDay(instantOf(last), now);
  add(isFar, 'APPOINTMENT_TOO_FAR', 'appointment', `最远约到${lastDay}，请选早一点的日子。`);
  add(
    mode === 'home-visit' && !address,
    'ADDRESS_NEEDED',
    'address',
    '上门要有地址，请填写楼号、单元和门牌。',
  );
  add(!phone, 'PHONE_NEEDED', 'phone', '请留一个能打通的电话。');
  return found;
}
