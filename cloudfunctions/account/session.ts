import type { ContactCard } from '../../contract/models';
import type { AgentDoc, PersonDoc } from '../domain/documents';
import { isOnDuty, nextDutyAt, sayDuty } from '../domain/assignment/duty';
import { familyRows } from '../kit/family';
import { communityView, personView } from '../kit/people';
import { hoursOf, org } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { count, get, is } from '../kit/store';
import { unlessBarred } from '../kit/units';
import { addressesOf } from './inbox';

/** Who I am, the community I belong to, and the agent my household knows. */
export const session: HandlerOf<'account.session'> = async ({ who, now }) => {
  const [community, agent, unread] = await Promise.all([
    who.unit.community === undefined ? undefined : org(who.unit.community),
    who.agentId === undefined ? undefined : get('agents', who.agentId),
    unreadOf(who),
  ]);
  return {
    person: { ...personView(who), posts: await Promise.all(who.posts.map(named)) },
    community: community && communityView(community, await hoursOf(community._id)),
    agent: agent && (await cardOf(agent, now)),
    family: who.family && familyRows(who),
    unread,
  };
};

/**
 * Notices since the inbox was read last; more than 99 are 99. Those still in outboxes are counted once `notify` has taken
 * them: to look there too would be a third read.
 */
async function unreadOf(who: PersonDoc): Promise<number> {
  const unread = await count('notices', {
    to: is.in(addressesOf(who)),
    at: is.gt(who.readAt ?? 0),
    ...unlessBarred(who),
  });
  return Math.min(unread, 99);
}

async function cardOf(agent: AgentDoc, now: number): Promise<ContactCard> {
  const home = agent.unit.community === undefined ? undefined : await org(agent.unit.community);
  const hours = await hoursOf(agent.unit.community);
  const onDuty = agent.active && isOnDuty(agent, now, hours);
  return {
    name: agent.name,
    phone: agent.phone,
    orgName: home?.name ?? '',
    hours: sayDuty(agent),
    isOnDuty: onDuty,
    nextDutyAt: onDuty ? undefined : nextDutyAt(agent, now, hours),
  };
}

/** A post with the name that its unit has now: it may have been renamed since the post was given. */
async function named(post: PersonDoc['posts'][number]): Promise<PersonDoc['posts'][number]> {
  return { ...post, orgName: (await org(post.orgId))?.name ?? post.orgName };
}
