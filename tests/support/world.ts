import { instantOf } from '../../contract/time';
import services from '../../config/content/services.zh.json';
import type { ServiceItem } from '../../contract/models';
import { type Request, openCase } from '../../cloudfunctions/domain/case/case';
import type {
  AgentDoc,
  CaseDoc,
  Hours,
  OrgDoc,
  PersonDoc,
  Unit,
} from '../../cloudfunctions/domain/documents';
import { policyOf } from '../../cloudfunctions/domain/policy';

/** A small world for the tests of the rules. */

/** A Monday. */
export const monday = instantOf('2026-11-23', '10:00');
export const officeHours: Hours = {
  open: [
    ['08:30', '11:30'],
    ['13:30', '17:00'],
  ],
  saturday: [],
};
export const unit: Unit = { district: 'd', street: 's', community: 'c', grid: 'g' };

export function itemOf(code: string): ServiceItem {
  const found = services.items.find((one) => one.code === code);
  if (!found) throw new Error(code);
  return found as ServiceItem;
}

export function agentDoc(id: string, over: Partial<AgentDoc> = {}): AgentDoc {
  return {
    _id: id,
    name: id.toUpperCase(),
    phone: '2',
    unit: { district: 'd', street: 's', community: 'c' },
    gridIds: [],
    skills: ['残疾人服务', '咨询与反映'],
    dutyWeekdays: [1, 2, 3, 4, 5],
    dutyHours: ['08:30', '17:00'],
    dailyCapacity: 2,
    homeVisitCapacity: 2,
    active: true,
    onCallWeekdays: [],
    leaves: [],
    turn: 0,
    lastOfferedAt: 0,
    ...over,
  };
}

export function personDoc(id: string, role: 'resident' | 'agent' | 'manager', orgId = 'c'): PersonDoc {
  return {
    _id: id,
    openid: `o-${id}`,
    name: id,
    phone: '1',
    posts: [{ role, orgId, orgName: '', tier: 'community' }],
    unit,
  };
}

export function orgDoc(id: string, tier: OrgDoc['tier'], over: Partial<OrgDoc> = {}): OrgDoc {
  return {
    _id: id,
    name: id,
    tier,
    unit,
    station: '',
    address: '',
    phone: '',
    afterHoursPhone: '',
    managers: [],
    ...over,
  };
}

/** A case that has just been asked for. */
export function opened(over: Partial<Request> = {}, now = monday, hours = officeHours): CaseDoc {
  const request: Request = {
    resident: personDoc('resident', 'resident'),
    item: itemOf('disability-certificate'),
    mode: 'home-visit',
    channel: 'self',
    note: '老伴瘫痪',
    phone: '13900000000',
    address: '灯塔院12号楼',
    requestId: 'r1',
    before: 0,
    draw: 0,
    ...over,
  };
  return openCase(request, policyOf(unit, []), hours, now);
}
