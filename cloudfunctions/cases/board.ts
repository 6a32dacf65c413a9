import { isRejection } from '../../contract/errors';
import { OPEN } from '../../contract/states';
import type { HandlerOf } from '../kit/serve';
import { is } from '../kit/store';
import { overseenUnit, within } from '../kit/units';
import { listCases } from './list';

/** The open cases of a unit, nearest deadline first. */
export const board: HandlerOf<'cases.board'> = async (context, { orgId, cursor }) => {
  const unit = await overseenUnit(context, 'cases.board', orgId);
  if (isRejection(unit)) return unit;
  return listCases({ ...within(unit), state: is.in(OPEN) }, ['dueAt', 'asc'], cursor, 'manager', context.now);
};
