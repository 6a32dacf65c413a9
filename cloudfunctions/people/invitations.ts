import { isRejection } from '../../contract/errors';
import { rowOfInvitation } from '../domain/invitation';
import { findPage } from '../kit/page';
import type { HandlerOf } from '../kit/serve';
import { is } from '../kit/store';
import { overseenUnit, within } from '../kit/units';

/** The invitations of a unit and all under it that can still be taken, the first to run out first. */
export const invitations: HandlerOf<'people.invitations'> = async (context, { orgId, cursor }) => {
  const unit = await overseenUnit(context, 'people.invitations', orgId);
  if (isRejection(unit)) return unit;
  // Posts are of communities and above.
  if (unit.tier === 'grid') return { invitations: [] };
  const open = { ...within(unit), open: true, until: is.gt(context.now) };
  const page = await findPage('invitations', open, ['until', 'asc'], cursor);
  return { invitations: page.rows.map(rowOfInvitation), cursor: page.cursor };
};
