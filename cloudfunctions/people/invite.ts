import { randomBytes } from 'node:crypto';
import { isRejection, reject } from '../../contract/errors';
import { INVITATION_BYTES, newInvitation } from '../domain/invitation';
import { offer } from '../kit/invitations';
import { unitsBelow } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { overseenUnit } from '../kit/units';

/**
 * Offers a post of the caller's unit, or of a unit below it, to a number: a manager gives no post above their own. One invitation a
 * number, post and unit: a new one takes the place of the first, whose card and digits are dead. Errors: POST_NOT_HERE,
 * PLACE_CLOSED, GRID_NOT_THEIRS.
 */
export const invite: HandlerOf<'people.invite'> = async (context, { role, orgId, name, phone, agent }) => {
  const unit = await overseenUnit(context, 'people.invite', orgId);
  if (isRejection(unit)) return unit;
  if (unit.closedAt !== undefined) return reject('PLACE_CLOSED', { orgId: `${unit.name}已经撤并了。` });
  if (role === 'agent' ? unit.tier !== 'community' : unit.tier === 'grid')
    return reject('POST_NOT_HERE', { role: `${unit.name}没有这个岗位。` });
  if (role === 'agent' && agent?.gridIds) {
    const grids = await unitsBelow(orgId);
    if (!agent.gridIds.every((id) => grids.some((grid) => grid._id === id)))
      return reject('GRID_NOT_THEIRS', { gridIds: `请在${unit.name}的网格里选。` });
  }
  const by = { id: context.who._id, name: context.who.name };
  const wish = { role, name, phone, by, ...(role === 'agent' && agent ? { agent } : {}) };
  const { doc, token, digits } = newInvitation(unit, wish, randomBytes(INVITATION_BYTES), context.now);
  const done = await offer(context, doc);
  if (isRejection(done)) return done;
  return { id: doc._id, invitation: token, digits, until: doc.until };
};
