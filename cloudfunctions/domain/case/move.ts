import { type Rejection, reject } from '../../../contract/errors';
import type { CaseDoc, OrgDoc } from '../documents';
import { isOfStaff } from './complaint';
import type { Change } from './timeline';

/** What moving a case sets: another community of its district has it, and its agents are asked. Errors: UNIT_NOT_A_TARGET. */
export function movedTo(kase: CaseDoc, unit: OrgDoc | undefined, now: number): Change | Rejection {
  if (isOfStaff(kase)) return reject('UNIT_NOT_A_TARGET', { orgId: '投诉不转给社区，请在这里答复。' });
  if (unit?.tier !== 'community') return reject('UNIT_NOT_A_TARGET', { orgId: '请选一个社区。' });
  if (unit._id === kase.unit.community)
    return reject('UNIT_NOT_A_TARGET', { orgId: '已经在这个社区了，请选另一个。' });
  if (unit.closedAt !== undefined)
    return reject('UNIT_NOT_A_TARGET', { orgId: '这个社区已经撤销了，请另选一个。' });
  if (unit.unit.district !== kase.unit.district)
    return reject('UNIT_NOT_A_TARGET', { orgId: '不能转到别的区，请选本区的社区。' });
  return {
    unit: unit.unit,
    gridName: undefined,
    assignment: undefined,
    handover: undefined,
    passedBy: [],
    dispatchAt: now,
  };
}
