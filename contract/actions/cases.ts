import * as v from 'valibot';
import { limits } from '../limits';
import {
  address,
  appointment,
  caseId,
  caseRow,
  caseStep,
  caseView,
  cursor,
  mode,
  orgId,
  phone,
  serviceCode,
  text,
} from '../models';
import { type Action, registered } from './action';

const page = v.object({ cases: v.array(caseRow), cursor });

const step = <Entries extends v.ObjectEntries>(roles: Action['roles'], entries: Entries) => ({
  roles,
  writes: true,
  input: v.strictObject({ caseId, ...entries }),
  output: caseStep,
});

export const cases = {
  /**
   * Asks for an agent. `phone` and `address` default to the register's. Answers the open case instead of making
   * a second one when the same person asks for the same item again (`existing`).
   */
  submit: {
    roles: ['resident'],
    writes: true,
    input: v.strictObject({
      serviceCode,
      subtype: v.optional(v.pipe(v.string(), v.maxLength(64))),
      mode,
      note: text(limits.note, '要办的事'),
      phone: v.optional(phone),
      address: v.optional(address),
      appointment: v.optional(appointment),
    }),
    output: v.object({ ...caseStep.entries, existing: v.boolean() }),
  },
  detail: {
    roles: registered,
    writes: false,
    input: v.strictObject({ caseId }),
    output: v.object({ case: caseView }),
  },
  /** A resident's own cases, newest first. */
  mine: { roles: ['resident'], writes: false, input: v.strictObject({ cursor }), output: page },
  /** What an agent has in hand or on offer, nearest deadline first. */
  queue: { roles: ['agent'], writes: false, input: v.strictObject({ cursor }), output: page },
  /** The open cases of a unit, nearest deadline first. */
  board: { roles: ['manager'], writes: false, input: v.strictObject({ orgId, cursor }), output: page },
  accept: step(['agent'], {}),
  decline: step(['agent'], { reason: text(limits.reason, '不接的原因') }),
  ask: step(['agent'], { text: text(limits.message, '要补的材料') }),
  supply: step(['resident', 'agent'], { text: text(limits.message, '补充的内容') }),
  complete: step(['agent'], { result: text(limits.result, '办理结果') }),
  terminate: step(['agent', 'manager'], { reason: text(limits.reason, '终止的原因') }),
  /** The resident asks to hurry; the agent is told. Again only after four working hours. */
  urge: step(['resident'], {}),
  cancel: step(['resident'], { reason: v.optional(text(limits.reason, '撤销的原因')) }),
} satisfies Record<string, Action>;
