import { randomBytes } from 'node:crypto';
import { isRejection, reject } from '../../contract/errors';
import { readable } from '../domain/codes';
import { drawn } from '../kit/code';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';
import { overseenUnit } from '../kit/units';

const PAGE = 'pages/home/index';

/**
 * What the sheet of a community or a grid shows. Its code is made when it is asked for first, random, and says nothing of the unit; printed sheets
 * stay good. Errors: PLACE_NOT_A_COMMUNITY, PLACE_CLOSED.
 */
export const code: HandlerOf<'units.code'> = async (context, { orgId }) => {
  const unit = await overseenUnit(context, 'units.code', orgId);
  if (isRejection(unit)) return unit;
  if (unit.tier !== 'community' && unit.tier !== 'grid')
    return reject('PLACE_NOT_A_COMMUNITY', { orgId: '码牌只有社区和网格才有。' });
  const fresh = readable(randomBytes(8));
  const known = await transact(async (tx) => {
    const now = await tx.get('orgs', orgId);
    if (!now || now.closedAt !== undefined) return undefined;
    if (now.code === undefined) await tx.update('orgs', orgId, { code: fresh });
    return now.code ?? fresh;
  });
  if (known === undefined) return reject('PLACE_CLOSED', { orgId: `${unit.name}已经撤并了，码牌不再用。` });
  const coded = { scene: known, page: PAGE };
  return { orgId, name: unit.name, code: known, ...coded, png: await drawn(coded, context) };
};
