import type { PolicyValues } from '../contract/models';
import { dayOf } from '../contract/time';
import { openCase } from '../cloudfunctions/domain/case/case';
import { nextWorkingInstant } from '../cloudfunctions/domain/time/calendar';
import type { CaseDoc, Hours } from '../cloudfunctions/domain/documents';
import type { Ask } from './month';

/**
 * Opens cases by the rules of the domain. Promises are dates: the same item, asked for on the same day under the same
 * hours, is due on the same date. So each is worked out once, and later cases are copies with their own names.
 */
export class Opening {
  private readonly known = new Map<string, CaseDoc>();

  constructor(private readonly policy: PolicyValues) {}

  open(ask: Ask, hours: Hours): CaseDoc {
    const { id, at, resident, item, subtype, mode, appointmentAt, conflicts } = ask;
    const taken = dayOf(nextWorkingInstant(hours, at));
    const booked = appointmentAt === undefined ? '' : dayOf(appointmentAt);
    const key = [JSON.stringify(hours), item.code, subtype, dayOf(at), taken, booked].join();
    const model = this.known.get(key) ?? this.first(ask, hours);
    this.known.set(key, model);
    return {
      ...model,
      _id: id,
      mode,
      residentId: resident._id,
      unit: resident.unit,
      appointmentAt,
      knownAgentId: resident.agentId,
      conflicts,
      submittedAt: at,
      dispatchAt: at,
      clocks: {
        ...model.clocks,
        response: model.clocks.response && { ...model.clocks.response, startedAt: at },
      },
    };
  }

  private first({ at, resident, item, subtype, mode, appointmentAt }: Ask, hours: Hours): CaseDoc {
    const request = {
      resident,
      item,
      subtype,
      mode,
      channel: 'self' as const,
      note: '',
      phone: '',
      appointmentAt,
      requestId: '',
      before: 0,
      draw: 0,
    };
    return openCase(request, { values: this.policy, versions: 'simulated' }, hours, at);
  }
}
