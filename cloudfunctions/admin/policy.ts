import { isRejection } from '../../contract/errors';
import { effective } from '../domain/policy';
import { policiesAbove } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';
import { overseenUnit } from '../kit/units';

/** The policy that holds for a unit and the one it stands on, what the unit sets itself, and its versions. */
export const policy: HandlerOf<'admin.policy'> = async (context, { orgId }) => {
  const unit = await overseenUnit(context, 'admin.policy', orgId);
  if (isRejection(unit)) return unit;
  const [above, doc] = await Promise.all([policiesAbove(unit), get('policies', orgId)]);
  const { version = 0, own = {}, history = [] } = doc ?? {};
  return { version, values: effective([...above, own]), above: effective(above), own, history };
};
