import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role, ServiceItem } from '../contract/models';
import { instantOf } from '../contract/time';
import type { AgentDoc, OrgDoc, PersonDoc, ServiceDoc, Span, Unit } from '../cloudfunctions/domain/documents';
import { findKeys, nameKey } from '../cloudfunctions/domain/person-key';
import { findsOf } from '../cloudfunctions/domain/units/finds';
import type { DemoPerson } from '../localcloud/wechat/people';

/** The demo community and the catalogue, as documents of the database. The people are fictional. */

interface Address {
  compound: string;
  building: string;
  unit: string;
  room: string;
}
interface Community {
  id: string;
  name: string;
  unit: string;
  address: string;
  phone: string;
  afterHoursPhone: string;
  hours: { open: Span[]; saturday: Span[] };
  grids: { id: string; name: string; compounds: { name: string }[] }[];
}
interface Office {
  id: string;
  name: string;
  unit: string;
  address: string;
  phone: string;
}
interface Demo {
  district: Office;
  streets: (Office & { communities: Community[] })[];
  agents: {
    id: string;
    name: string;
    communityId: string;
    gridIds: string[];
    skills: string[];
    dutyWeekdays: number[];
    dutyHours: Span;
    dailyCapacity: number;
    homeVisitCapacity: number;
    phone: string;
    status: string;
  }[];
  admins: { id: string; name: string; orgId: string; phone: string }[];
  residents: {
    id: string;
    name: string;
    communityId: string;
    gridId: string;
    address: Address;
    phone: string;
    assignedAgentId: string;
  }[];
}

const read = <T>(path: string): T => JSON.parse(readFileSync(join(__dirname, '..', path), 'utf8')) as T;

const digits = (phone: string) => phone.replace(/\D/g, '');

/** Collection → documents, to be put into an empty database. */
export function demoDocuments(): Record<string, { _id: string; [field: string]: unknown }[]> {
  const { orgs, people, agents, services } = build();
  return {
    orgs: orgs.map((doc) => ({ ...doc })),
    people: people.map((doc) => ({ ...doc })),
    agents: agents.map((doc) => ({ ...doc })),
    services: services.map((doc) => ({ ...doc })),
  };
}

/** Whom WeChat knows and the register does not: joining and beginning are tried with them. Their numbers are made up. */
export function nobodies(count: number): DemoPerson[] {
  return Array.from({ length: count }, (_, i) => ({
    id: i === 0 ? 'nobody' : `nobody-${i + 1}`,
    name: i === 0 ? '还没登记的人' : `还没登记的人（${i + 1}）`,
    role: 'nobody',
    orgName: '',
    openid: openidOf(`nobody-${i + 1}`),
    phone: `155000001${String(i + 1).padStart(2, '0')}`,
  }));
}

/** Who can be tried out in the demo. */
export function demoPeople(): DemoPerson[] {
  const known = build().people.flatMap(({ _id: id, name, openid, phone, posts }) =>
    posts.flatMap(({ role, orgId, orgName }): DemoPerson[] =>
      openid ? [{ id, name, role, orgId, orgName, openid, phone }] : [],
    ),
  );
  return [...known, ...nobodies(1)];
}

function build() {
  const demo = read<Demo>('demo/community.zh.json');
  const catalogue = read<{ items: ServiceItem[] }>('config/content/services.zh.json');
  const orgs = orgDocuments(demo).map((org) => ({
    ...org,
    finds: findsOf(org),
    managers: managersOf(demo, org._id),
  }));
  const orgOf = (id: string): OrgDoc => {
    const found = orgs.find((one) => one._id === id);
    if (!found) throw new Error(`the demo names an unknown unit: ${id}`);
    return found;
  };
  const people: PersonDoc[] = [
    ...demo.residents.map((one): PersonDoc => {
      const community = orgOf(one.communityId);
      const address = `${one.address.compound}${one.address.building}${one.address.unit}单元${one.address.room}`;
      return {
        _id: one.id,
        openid: openidOf(one.id),
        name: one.name,
        phone: digits(one.phone),
        ...findKeys({ ...one, address }),
        verified: 'staff',
        posts: [postOf('resident', community)],
        unit: orgOf(one.gridId).unit,
        address,
        agentId: one.assignedAgentId,
      };
    }),
    ...demo.agents.map((one) => staff(one, 'agent', orgOf(one.communityId))),
    ...demo.admins.map((one) => staff(one, 'manager', orgOf(one.orgId))),
  ];
  const agents: AgentDoc[] = demo.agents.map((one) => ({
    _id: one.id,
    name: one.name,
    phone: digits(one.phone),
    unit: orgOf(one.communityId).unit,
    gridIds: one.gridIds,
    skills: one.skills,
    dutyWeekdays: one.dutyWeekdays,
    dutyHours: one.dutyHours,
    dailyCapacity: one.dailyCapacity,
    homeVisitCapacity: one.homeVisitCapacity,
    active: one.status === 'active',
    onCallWeekdays: onCallDays(demo, one),
    leaves: [],
    turn: 0,
    lastOfferedAt: 0,
  }));
  const services: ServiceDoc[] = catalogue.items.map((item, order) => ({
    _id: item.code,
    order,
    ...item,
    reviewedAt: instantOf('2026-11-02'),
  }));
  return { orgs, people, agents, services };
}

/** Who answers for a unit. */
function managersOf(demo: Demo, orgId: string): OrgDoc['managers'] {
  return demo.admins.filter((one) => one.orgId === orgId).map(({ id, name }) => ({ id, name }));
}

/** The agents of a community take turns: each is on call for the nights and closed hours of some days of the week. */
function onCallDays(demo: Demo, agent: Demo['agents'][number]): number[] {
  const team = demo.agents.filter((one) => one.communityId === agent.communityId);
  return [1, 2, 3, 4, 5, 6, 7].filter((day) => team[(day - 1) % team.length] === agent);
}

/** Identities of the platform look like this; one of digits alone would be turned into a number by the SDK. */
const openidOf = (id: string) => `demo-${id}`;

const postOf = (role: Role, org: OrgDoc) => ({ role, orgId: org._id, orgName: org.name, tier: org.tier });

function staff(one: { id: string; name: string; phone: string }, role: Role, org: OrgDoc): PersonDoc {
  return {
    _id: one.id,
    openid: openidOf(one.id),
    name: one.name,
    phone: digits(one.phone),
    nameKey: nameKey(one.name),
    posts: [postOf(role, org)],
    unit: org.unit,
  };
}

function orgDocuments({ district, streets }: Demo): OrgDoc[] {
  const top: Unit = { district: district.id };
  return [
    office(district, 'district', top),
    ...streets.flatMap((street) => {
      const below = { ...top, street: street.id };
      return [
        office(street, 'street', below),
        ...street.communities.flatMap((one) => communityDocuments(one, below)),
      ];
    }),
  ];
}

function office(one: Office, tier: 'district' | 'street', unit: Unit): OrgDoc {
  return {
    _id: one.id,
    name: one.name,
    tier,
    unit,
    station: one.unit,
    address: one.address,
    phone: digits(one.phone),
    afterHoursPhone: '',
    managers: [],
  };
}

function communityDocuments(one: Community, above: Unit): OrgDoc[] {
  const unit = { ...above, community: one.id };
  const community: OrgDoc = {
    _id: one.id,
    name: one.name,
    tier: 'community',
    unit,
    station: one.unit,
    address: one.address,
    phone: digits(one.phone),
    afterHoursPhone: digits(one.afterHoursPhone),
    managers: [],
    hours: { open: one.hours.open, saturday: one.hours.saturday },
  };
  const grids = one.grids.map((grid): OrgDoc => ({
    ...community,
    _id: grid.id,
    name: grid.name,
    tier: 'grid',
    unit: { ...unit, grid: grid.id },
    hours: undefined,
    estates: grid.compounds.map(({ name }) => name),
  }));
  return [community, ...grids];
}
