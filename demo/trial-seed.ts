import type { AgentDoc, InvitationDoc, OrgDoc, PersonDoc } from '../cloudfunctions/domain/documents';
import { INVITATION_BYTES, newInvitation } from '../cloudfunctions/domain/invitation';
import type { Role } from '../contract/models';
import { demoDocuments } from './documents';

/** How a tester gets in: the number and the six digits to type, and who they are then. */
export interface Tester {
  invitation: string;
  post: string;
  name: string;
  phone: string;
  digits: string;
}

export interface TrialSeed {
  collections: Record<string, { _id: string; [field: string]: unknown }[]>;
  /** one a post, made anew each time: the digits are told once */
  invitations: InvitationDoc[];
  testers: Tester[];
}

const roles: Record<Exclude<Role, 'resident'>, string> = { manager: '管理员', agent: '代办员' };

/**
 * The demo community for a cloud where WeChat says who people are: nobody has the demo's identities there, and staff whom nobody can be
 * would be offered cases that nobody takes. So each post of theirs is an invitation to its made-up number, which the tester types; and
 * residents are in the register as if staff had written them down.
 */
export function trialSeed(now: number, random: (size: number) => Uint8Array): TrialSeed {
  const demo = demoDocuments() as unknown as { orgs: OrgDoc[]; people: PersonDoc[]; agents: AgentDoc[] };
  const staff = demo.people.flatMap((person) =>
    person.posts.flatMap(({ role, orgId }) => {
      const unit = demo.orgs.find(({ _id }) => _id === orgId);
      if (role === 'resident' || !unit) return [];
      const agent = demo.agents.find(({ _id }) => _id === person._id);
      const { name, phone } = person;
      const wish = { role, name, phone, by: { id: 'demo', name: '演示' }, agent: agent && wishOf(agent) };
      const { doc, digits } = newInvitation(unit, wish, random(INVITATION_BYTES), now);
      return [{ doc, tester: { invitation: doc._id, post: unit.name + roles[role], name, phone, digits } }];
    }),
  );
  const residents = demo.people.filter(({ posts }) => posts.every(({ role }) => role === 'resident'));
  const { services = [] } = demoDocuments();
  return {
    collections: {
      orgs: demo.orgs.map((org) => ({ ...org, managers: [] })),
      people: residents.map(({ openid: _openid, agentId: _agentId, ...person }) => person),
      services,
    },
    invitations: staff.map(({ doc }) => doc),
    testers: staff.map(({ tester }) => tester),
  };
}

function wishOf(agent: AgentDoc): InvitationDoc['agent'] {
  const { gridIds, skills, dutyWeekdays, dutyHours, dailyCapacity, homeVisitCapacity, onCallWeekdays } =
    agent;
  return { gridIds, skills, dutyWeekdays, dutyHours, dailyCapacity, homeVisitCapacity, onCallWeekdays };
}
