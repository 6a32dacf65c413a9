import { randomBytes } from 'node:crypto';
import { isRejection, reject } from '../../contract/errors';
import { INVITATION_BYTES, newInvitation } from '../domain/invitation';
import { isRecorded, record } from '../kit/journal';
import { sayPost } from '../kit/people';
import { unitsBelow } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';
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
  const about = { kind: 'staff', id: doc._id, name } as const;
  const done = await transact(async (tx) => {
    // After a lost answer the card is made anew, since it is kept nowhere: the journal tells of it once.
    const isDone = await isRecorded(tx, context, about);
    if (isRejection(isDone)) return isDone;
    await tx.put('invitations', doc);
    const after = { name, phone, role: sayPost({ orgName: unit.name, role }) };
    if (!isDone) await record(tx, context, { unit: unit.unit, orgId, what: 'person.invite', about, after });
    return true;
  });
  if (isRejection(done)) return done;
  return { id: doc._id, invitation: token, digits, until: doc.until };
};
