import { reject } from '../../contract/errors';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import { org } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/**
 * 全区通办: hands the case to another community of the district, whose agents are asked in the same write. Timeline and
 * clocks go with it. Errors: UNIT_NOT_A_TARGET.
 */
export const move: HandlerOf<'cases.move'> = (context, { caseId, orgId, reason }) =>
  takeStep(context, 'move', caseId, async (kase) => {
    const unit = await org(orgId);
    if (unit?.tier !== 'community') return reject('UNIT_NOT_A_TARGET', { orgId: '请选一个社区。' });
    if (unit._id === kase.unit.community)
      return reject('UNIT_NOT_A_TARGET', { orgId: '已经在这个社区了,请选另一个。' });
    if (unit.unit.district !== kase.unit.district)
      return reject('UNIT_NOT_A_TARGET', { orgId: '不能转到别的区,请选本区的社区。' });
    const { assignment } = kase;
    return {
      text: maskText(reason),
      seeks: true,
      org: { id: unit._id, name: unit.name },
      from: assignment && { id: assignment.agentId, name: assignment.agentName },
      change: {
        unit: unit.unit,
        gridName: undefined,
        assignment: undefined,
        handover: undefined,
        passedBy: [],
        dispatchAt: context.now,
      },
    };
  });
