import { isRejection } from '../../contract/errors';
import { limits } from '../../contract/limits';
import { gridNames, rowOf } from '../kit/registered';
import type { HandlerOf } from '../kit/serve';
import { find, is } from '../kit/store';
import { overseenUnit, within } from '../kit/units';

/** What staff of a unit have to look at: entries with a number that others have, or that nobody but the resident has said. */
export const checks: HandlerOf<'people.checks'> = async (context, { orgId, of: check, cursor = '' }) => {
  const unit = await overseenUnit(context, 'people.checks', orgId);
  if (isRejection(unit)) return unit;
  const found = await find(
    'people',
    { check, ...within(unit), _id: is.gt(cursor) },
    { orderBy: [['_id', 'asc']], limit: limits.page + 1 },
  );
  const people = found.slice(0, limits.page);
  const grids = await gridNames(people);
  return {
    people: people.map((person) => rowOf(person, grids)),
    cursor: found.length > people.length ? people.at(-1)?._id : undefined,
  };
};
