import type { ActionName } from '../../contract/actions';
import { type Rejection, isRejection, reject } from '../../contract/errors';
import type { OrgDoc } from '../domain/documents';
import type { Context } from '../kit/context';
import type { Range } from '../../contract/period';
import { rangeOf } from '../domain/time/range';
import { overseenUnit } from '../kit/units';

/**
 * The unit and the range that a page of figures is about. Errors: UNIT_NOT_FOUND, UNIT_NOT_YOURS, GRID_HAS_NO_PAGE,
 * RANGE_BACKWARDS, RANGE_TOO_LONG.
 */
export async function asked(
  context: Context,
  action: ActionName,
  input: { orgId: string } & Partial<Range>,
): Promise<{ unit: OrgDoc; range: Range } | Rejection> {
  const unit = await overseenUnit(context, action, input.orgId);
  if (isRejection(unit)) return unit;
  if (unit.tier === 'grid') return reject('GRID_HAS_NO_PAGE', { orgId: '请选网格所在的社区。' });
  const range = rangeOf(input, context.now);
  return isRejection(range) ? range : { unit, range };
}

/** `{ id, name, tier }`, as pages show a unit. */
export const headOf = ({ _id: id, name, tier }: OrgDoc) => ({ id, name, tier });
