import { limits } from '../../contract/limits';
import { isOfStaff } from '../domain/case/complaint';
import { isStaff, sayPost } from '../kit/people';
import { staffOf } from '../kit/complaint';
import type { HandlerOf } from '../kit/serve';
import { find, is } from '../kit/store';
import { unitsOf } from '../kit/units';
import { atHome } from './at-home';

/** Whom a complaint can be about: the newest cases, the staff of these and the agent this household knows, the units of the home. */
export const complainable: HandlerOf<'cases.complainable'> = async ({ who }) => {
  const [home, newest] = await Promise.all([
    atHome(who),
    find(
      'cases',
      { residentId: who._id },
      {
        orderBy: [['submittedAt', 'desc']],
        limit: limits.complainable,
        only: ['no', 'serviceName', 'category', 'submittedAt', 'events', 'agentIds', 'assignment'],
      },
    ),
  ]);
  const cases = newest.filter((kase) => !isOfStaff(kase));
  const known = new Set([...(who.agentId === undefined ? [] : [who.agentId]), ...cases.flatMap(staffOf)]);
  known.delete(who._id);
  const ids = [...known].slice(0, limits.complainable);
  const [people, units] = await Promise.all([
    ids.length > 0
      ? find('people', { _id: is.in(ids) }, { orderBy: [['_id', 'asc']], limit: limits.complainable })
      : [],
    unitsOf(home.unit),
  ]);
  return {
    cases: cases.map(({ _id: id, serviceName: name, no, submittedAt: at }) => ({ id, name, no, at })),
    people: people.filter(isStaff).flatMap(({ _id: id, name, posts }) => {
      const post = posts.find(({ role }) => role !== 'resident');
      return post ? { id, name, post: sayPost(post) } : [];
    }),
    units: units.map(({ _id: id, name, tier }) => ({ id, name, tier })),
  };
};
