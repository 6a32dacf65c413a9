import { reject } from '../../contract/errors';
import type { Head } from '../../contract/models';
import type { HeadDoc } from '../domain/documents';
import { aboveOf } from '../domain/units/tree';
import { org } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { find, get, is } from '../kit/store';

/** A month of days, as a page shows them. */
const NEWEST = 31;

/** 每日封存: what anybody may hold beside a printed head. Errors: UNIT_NOT_FOUND. */
export const heads: HandlerOf<'units.heads'> = async (_visitor, { orgId, n }) => {
  const unit = await org(orgId);
  if (!unit || unit.tier === 'grid') return reject('UNIT_NOT_FOUND', { orgId: '没有这个单位。' });
  const aboveId = aboveOf(unit);
  const [chain, newest, asked, above, taken] = await Promise.all([
    get('chains', orgId),
    find('heads', { orgId, n: is.gt(0) }, { orderBy: [['n', 'desc']], limit: NEWEST }),
    n === undefined ? undefined : get('heads', `${orgId}:${n}`),
    aboveId === undefined ? undefined : org(aboveId),
    aboveId === undefined ? undefined : get('seals', `head:${aboveId}:${orgId}`),
  ]);
  return {
    name: unit.name,
    above: above && { id: above._id, name: above.name, taken: taken?.sealed },
    day: chain?.day,
    heads: newest.map(headOf),
    asked: asked && { n: asked.n, hash: asked.hash, day: asked.day },
  };
};

const headOf = ({ orgId: unit, day, n, hash }: HeadDoc): Head => ({ unit, day, n, hash });
