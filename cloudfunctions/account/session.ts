import type { Community, Person } from '../../contract/models';
import type { OrgDoc, PersonDoc } from '../domain/documents';
import { org } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';

/** Who I am, and the community I belong to. */
export const session: HandlerOf<'account.session'> = async ({ who }) => {
  const community = who.unit.community === undefined ? undefined : await org(who.unit.community);
  return { person: personOf(who), community: community && communityOf(community) };
};

function personOf(who: PersonDoc): Person {
  return {
    id: who._id,
    name: who.name,
    roles: [...new Set(who.posts.map((post) => post.role))],
    posts: who.posts,
    phone: who.phone,
    address: who.address,
  };
}

function communityOf(doc: OrgDoc): Community {
  return {
    id: doc._id,
    name: doc.name,
    station: doc.station,
    address: doc.address,
    phone: doc.phone,
    afterHoursPhone: doc.afterHoursPhone,
    hours: doc.hoursText,
  };
}
